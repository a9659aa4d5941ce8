package org.itsmkit.bites.twins;

/** As if Immutables had written it. */
class TwinBuilder {}
