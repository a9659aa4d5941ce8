/** Stories: what happens in a company, played through the kit and told so that a service manager recognises it. */
@NullMarked
package org.itsmkit.examples.story;

import org.jspecify.annotations.NullMarked;
