package org.itsmkit.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.control.Either;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.itsmkit.Itsm;
import org.itsmkit.calendar.Window;
import org.itsmkit.change.ChangeCommand;
import org.itsmkit.change.cab.CabMeetingCommand;
import org.itsmkit.change.model.ChangeModelCommand;
import org.itsmkit.change.model.ChangeProcedure;
import org.itsmkit.change.model.ChangeType;
import org.itsmkit.engine.Definition;
import org.itsmkit.engine.Offer;
import org.itsmkit.engine.Options;
import org.itsmkit.engine.Records;
import org.itsmkit.governance.DirectiveCommand;
import org.itsmkit.governance.policy.Control;
import org.itsmkit.governance.policy.GovernancePolicyCommand;
import org.itsmkit.improvement.ImprovementCommand;
import org.itsmkit.incident.IncidentCommand;
import org.itsmkit.incident.Incidents;
import org.itsmkit.kernel.Command;
import org.itsmkit.kernel.Creation;
import org.itsmkit.kernel.Intention;
import org.itsmkit.kernel.Rejection;
import org.itsmkit.kernel.ServiceId;
import org.itsmkit.kernel.Tailoring;
import org.itsmkit.knownerror.KnownErrorCommand;
import org.itsmkit.lifecycle.Transition;
import org.itsmkit.majorincident.MajorIncidentCommand;
import org.itsmkit.memory.InMemoryStore;
import org.itsmkit.people.Directories;
import org.itsmkit.people.ServiceDeskRoles;
import org.itsmkit.practice.AssessmentCommand;
import org.itsmkit.practice.ScopeItem;
import org.itsmkit.problem.Origin;
import org.itsmkit.problem.ProblemCommand;
import org.itsmkit.service.ServiceCommand;
import org.itsmkit.servicelevel.AgreementCommand;
import org.itsmkit.servicelevel.AgreementType;
import org.itsmkit.settings.SettingsKind;
import org.itsmkit.spi.Caller;
import org.itsmkit.spi.FieldValue;
import org.itsmkit.spi.PersonId;
import org.itsmkit.spi.RecordId;
import org.itsmkit.spi.RecordRef;
import org.itsmkit.spi.TenantId;
import org.itsmkit.spi.people.AuditSink;
import org.itsmkit.spi.people.Authorizer;
import org.itsmkit.spi.people.Decision;
import org.itsmkit.spi.people.Permission;
import org.itsmkit.spi.people.Subject;
import org.itsmkit.spi.query.Condition;
import org.itsmkit.spi.query.Query;
import org.itsmkit.spi.store.Stored;
import org.itsmkit.testkit.fixture.SettableClock;
import org.itsmkit.ticket.NamesRequester;
import org.itsmkit.ticket.TicketAction;
import org.itsmkit.ticket.TicketCommand;
import org.itsmkit.ticket.TicketDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * P10: who may do what by the standard roles: every command with every role, on records of their own and of others, against a table that
 * was drawn by hand.
 */
class ServiceDeskRolesTest {

    /** {@code all}: on every record; {@code own}: on those that they requested; a dot: on none. */
    private static final String DRAWN = """
            permission                         | requester agent team-lead incident-manager auditor administrator service-level-manager problem-manager change-manager
            incident:log                       | own       all   all       all              .       all           .                     all             all
            incident:read                      | own       all   all       all              all     all           all                   all             all
            incident:read-internal             | .         all   all       all              all     all           all                   all             all
            incident:describe                  | own       all   all       all              .       all           .                     all             all
            incident:comment                   | own       all   all       all              .       all           .                     all             all
            incident:confirm                   | own       all   all       all              .       all           .                     all             all
            incident:reopen                    | own       all   all       all              .       all           .                     all             all
            incident:cancel                    | own       own   all       all              .       all           .                     own             own
            incident:categorise                | .         all   all       all              .       all           .                     all             all
            incident:prioritise                | .         all   all       all              .       all           .                     all             all
            incident:assign                    | .         all   all       all              .       all           .                     all             all
            incident:escalate                  | .         all   all       all              .       all           .                     all             all
            incident:diagnose                  | .         all   all       all              .       all           .                     all             all
            incident:set-fields                | .         all   all       all              .       all           .                     all             all
            incident:link                      | .         all   all       all              .       all           .                     all             all
            incident:start                     | .         all   all       all              .       all           .                     all             all
            incident:hold                      | .         all   all       all              .       all           .                     all             all
            incident:resume                    | .         all   all       all              .       all           .                     all             all
            incident:resolve                   | .         all   all       all              .       all           .                     all             all
            incident:close                     | .         all   all       all              .       all           .                     all             all
            incident:refuse                    | own       all   all       all              .       all           .                     all             all
            incident:watch                     | own       all   all       all              .       all           .                     all             all
            incident:attach                    | own       all   all       all              .       all           .                     all             all
            incident:accept                    | .         all   all       all              .       all           .                     all             all
            incident:hand-back                 | .         all   all       all              .       all           .                     all             all
            incident:de-escalate               | .         all   all       all              .       all           .                     all             all
            incident:change-requester          | .         all   all       all              .       all           .                     all             all
            incident:change-customer           | .         all   all       all              .       all           .                     all             all
            incident:involve                   | .         all   all       all              .       all           .                     all             all
            incident:name-affected             | .         all   all       all              .       all           .                     all             all
            incident:offer-workaround          | .         all   all       all              .       all           .                     all             all
            incident:try-workaround            | .         all   all       all              .       all           .                     all             all
            incident:tag                       | .         all   all       all              .       all           .                     all             all
            incident:merge                     | .         all   all       all              .       all           .                     all             all
            incident:unmerge                   | .         all   all       all              .       all           .                     all             all
            incident:acknowledge               | .         all   all       all              .       all           .                     all             all
            incident:record-repair             | .         all   all       all              .       all           .                     all             all
            incident:record-recovery           | .         all   all       all              .       all           .                     all             all
            incident:record-restoration        | .         all   all       all              .       all           .                     all             all
            incident:correct-milestone         | .         all   all       all              .       all           .                     all             all
            incident:plan-tasks                | .         all   all       all              .       all           .                     all             all
            incident:do-task                   | .         all   all       all              .       all           .                     all             all
            incident:record-time               | .         all   all       all              .       all           .                     all             all
            incident:remind                    | .         .     .         .                .       all           .                     .               .
            incident:migrate                   | .         .     .         .                .       all           .                     .               .
            incident:look-at-clocks            | .         .     .         .                .       all           .                     .               .
            incident:recompute-clocks          | .         .     .         .                .       all           all                   .               .
            change:draft                       | .         all   all       all              .       all           .                     all             all
            change:read                        | .         all   all       all              all     all           all                   all             all
            change:read-internal               | .         all   all       all              all     all           all                   all             all
            change:comment                     | .         all   all       all              .       all           .                     all             all
            change:link                        | .         all   all       all              .       all           .                     all             all
            change:implement                   | .         all   all       all              .       all           .                     all             all
            change:begin                       | .         all   all       all              .       all           .                     all             all
            change:record-unauthorised         | .         all   all       all              .       all           .                     all             all
            change:review                      | .         all   all       all              .       all           .                     all             all
            change:vote                        | .         all   all       all              .       all           .                     all             all
            change:delegate                    | .         all   all       all              .       all           .                     all             all
            change:accept                      | .         all   all       all              .       all           .                     all             all
            change:hand-back                   | .         all   all       all              .       all           .                     all             all
            change:tag                         | .         all   all       all              .       all           .                     all             all
            change:watch                       | .         all   all       all              .       all           .                     all             all
            change:do-task                     | .         all   all       all              .       all           .                     all             all
            change:record-time                 | .         all   all       all              .       all           .                     all             all
            change:attach                      | .         all   all       all              .       all           .                     all             all
            change:describe                    | .         own   all       own              .       all           .                     own             all
            change:categorise                  | .         own   all       own              .       all           .                     own             all
            change:prioritise                  | .         own   all       own              .       all           .                     own             all
            change:assign                      | .         own   all       own              .       all           .                     own             all
            change:set-fields                  | .         own   all       own              .       all           .                     own             all
            change:revise                      | .         own   all       own              .       all           .                     own             all
            change:schedule                    | .         own   all       own              .       all           .                     own             all
            change:assess-risk                 | .         own   all       own              .       all           .                     own             all
            change:reclassify                  | .         own   all       own              .       all           .                     own             all
            change:submit                      | .         own   all       own              .       all           .                     own             all
            change:cancel                      | .         own   all       own              .       all           .                     own             all
            change:change-customer             | .         own   all       own              .       all           .                     own             all
            change:involve                     | .         own   all       own              .       all           .                     own             all
            change:name-affected               | .         own   all       own              .       all           .                     own             all
            change:plan-tasks                  | .         own   all       own              .       all           .                     own             all
            change:authorise                   | .         .     all       .                .       all           .                     .               all
            change:reject                      | .         .     all       .                .       all           .                     .               all
            change:expire                      | .         .     all       .                .       all           .                     .               all
            change:take-votes                  | .         .     .         .                .       all           .                     .               all
            change:close                       | .         .     all       .                .       all           .                     .               all
            change:start                       | .         .     .         .                .       all           .                     .               .
            change:hold                        | .         .     .         .                .       all           .                     .               .
            change:resume                      | .         .     .         .                .       all           .                     .               .
            change:escalate                    | .         .     .         .                .       all           .                     .               .
            change:de-escalate                 | .         .     .         .                .       all           .                     .               .
            change:change-requester            | .         .     .         .                .       all           .                     .               .
            change:merge                       | .         .     .         .                .       all           .                     .               .
            change:unmerge                     | .         .     .         .                .       all           .                     .               .
            change:remind                      | .         .     .         .                .       all           .                     .               .
            change:migrate                     | .         .     .         .                .       all           .                     .               .
            change:look-at-clocks              | .         .     .         .                .       all           .                     .               .
            change:recompute-clocks            | .         .     .         .                .       all           all                   .               .
            change-model:propose               | .         all   all       all              .       all           .                     all             all
            change-model:read                  | .         all   all       all              all     all           all                   all             all
            change-model:read-internal         | .         all   all       all              all     all           all                   all             all
            change-model:revise                | .         .     .         .                .       all           .                     .               all
            change-model:describe              | .         .     .         .                .       all           .                     .               all
            change-model:hand-over             | .         .     .         .                .       all           .                     .               all
            change-model:approve               | .         .     .         .                .       all           .                     .               all
            change-model:reject                | .         .     .         .                .       all           .                     .               all
            change-model:suspend               | .         .     .         .                .       all           .                     .               all
            change-model:reinstate             | .         .     .         .                .       all           .                     .               all
            change-model:retire                | .         .     .         .                .       all           .                     .               all
            change-model:record-use            | .         .     .         .                .       all           .                     .               .
            major-incident:read                | .         all   all       all              all     all           all                   all             all
            major-incident:read-internal       | .         all   all       all              all     all           all                   all             all
            major-incident:propose             | .         all   all       all              .       all           .                     all             all
            major-incident:propose-again       | .         all   all       all              .       all           .                     all             all
            major-incident:mitigate            | .         all   all       all              .       all           .                     all             all
            major-incident:restore             | .         all   all       all              .       all           .                     all             all
            major-incident:relapse             | .         all   all       all              .       all           .                     all             all
            major-incident:inform              | .         all   all       all              .       all           .                     all             all
            major-incident:enter               | .         all   all       all              .       all           .                     all             all
            major-incident:record-findings     | .         all   all       all              .       all           .                     all             all
            major-incident:add-action-item     | .         all   all       all              .       all           .                     all             all
            major-incident:settle-action-item  | .         all   all       all              .       all           .                     all             all
            major-incident:accept              | .         .     .         all              .       all           .                     .               .
            major-incident:reject              | .         .     .         all              .       all           .                     .               .
            major-incident:demote              | .         .     .         all              .       all           .                     .               .
            major-incident:assign-role         | .         .     .         all              .       all           .                     .               .
            major-incident:vacate-role         | .         .     .         all              .       all           .                     .               .
            major-incident:plan-communication  | .         .     .         all              .       all           .                     .               .
            major-incident:begin-review        | .         .     .         all              .       all           .                     .               .
            major-incident:close               | .         .     .         all              .       all           .                     .               .
            major-incident:note-overdue        | .         .     .         .                .       all           .                     .               .
            settings:read                      | .         .     .         .                all     all           .                     .               .
            settings:read-internal             | .         .     .         .                all     all           .                     .               .
            settings:introduce                 | .         .     .         .                .       all           .                     .               .
            settings:change                    | .         .     .         .                .       all           .                     .               .
            agreement:read                     | .         all   all       all              all     all           all                   all             all
            agreement:read-internal            | .         all   all       all              all     all           all                   all             all
            agreement:draft                    | .         .     .         .                .       all           all                   .               .
            agreement:revise                   | .         .     .         .                .       all           all                   .               .
            agreement:renew-hours              | .         .     .         .                .       all           all                   .               .
            agreement:describe                 | .         .     .         .                .       all           all                   .               .
            agreement:hand-over                | .         .     .         .                .       all           all                   .               .
            agreement:rest-on                  | .         .     .         .                .       all           all                   .               .
            agreement:agree                    | .         .     .         .                .       all           all                   .               .
            agreement:activate                 | .         .     .         .                .       all           all                   .               .
            agreement:begin-review             | .         .     .         .                .       all           all                   .               .
            agreement:end-review               | .         .     .         .                .       all           all                   .               .
            agreement:set-review-date          | .         .     .         .                .       all           all                   .               .
            agreement:give-notice              | .         .     .         .                .       all           all                   .               .
            agreement:terminate                | .         .     .         .                .       all           all                   .               .
            agreement:expire                   | .         .     .         .                .       all           all                   .               .
            agreement:withdraw                 | .         .     .         .                .       all           all                   .               .
            agreement:note-review-due          | .         .     .         .                .       all           .                     .               .
            service:read                       | .         all   all       all              all     all           all                   all             all
            service:read-internal              | .         all   all       all              all     all           all                   all             all
            service:propose                    | .         .     .         .                .       all           all                   .               .
            service:describe                   | .         .     .         .                .       all           all                   .               .
            service:hand-over                  | .         .     .         .                .       all           all                   .               .
            service:set-aims                   | .         .     .         .                .       all           all                   .               .
            service:add-customers              | .         .     .         .                .       all           all                   .               .
            service:remove-customers           | .         .     .         .                .       all           all                   .               .
            service:rest-on                    | .         .     .         .                .       all           all                   .               .
            service:address-dimension          | .         .     .         .                .       all           all                   .               .
            service:design                     | .         .     .         .                .       all           all                   .               .
            service:name-support               | .         .     .         .                .       all           all                   .               .
            service:assure                     | .         .     .         .                .       all           all                   .               .
            service:charter                    | .         .     .         .                .       all           all                   .               .
            service:begin-design               | .         .     .         .                .       all           all                   .               .
            service:complete-design            | .         .     .         .                .       all           all                   .               .
            service:accept                     | .         all   all       all              .       all           all                   all             all
            service:go-live                    | .         .     .         .                .       all           all                   .               .
            service:end-early-life             | .         .     .         .                .       all           all                   .               .
            service:send-back                  | .         .     .         .                .       all           all                   .               .
            service:reject                     | .         .     .         .                .       all           all                   .               .
            service:suspend                    | .         .     .         .                .       all           all                   .               .
            service:resume                     | .         .     .         .                .       all           all                   .               .
            service:improve                    | .         all   all       all              .       all           all                   all             all
            service:plan-retirement            | .         .     .         .                .       all           all                   .               .
            service:keep                       | .         .     .         .                .       all           all                   .               .
            service:retire                     | .         .     .         .                .       all           all                   .               .
            service:note-retirement-due        | .         .     .         .                .       all           .                     .               .
            settings:note-agreements           | .         .     .         .                .       all           .                     .               .
            problem:log                        | .         all   all       all              .       all           .                     all             all
            problem:read                       | .         all   all       all              all     all           all                   all             all
            problem:read-internal              | .         all   all       all              all     all           all                   all             all
            problem:comment                    | .         all   all       all              .       all           .                     all             all
            problem:link                       | .         all   all       all              .       all           .                     all             all
            problem:analyse                    | .         all   all       all              .       all           .                     all             all
            problem:name-affected              | .         all   all       all              .       all           .                     all             all
            problem:accept                     | .         all   all       all              .       all           .                     all             all
            problem:hand-back                  | .         all   all       all              .       all           .                     all             all
            problem:tag                        | .         all   all       all              .       all           .                     all             all
            problem:watch                      | .         all   all       all              .       all           .                     all             all
            problem:do-task                    | .         all   all       all              .       all           .                     all             all
            problem:record-time                | .         all   all       all              .       all           .                     all             all
            problem:attach                     | .         all   all       all              .       all           .                     all             all
            problem:describe                   | .         .     .         .                .       all           .                     all             .
            problem:categorise                 | .         .     .         .                .       all           .                     all             .
            problem:prioritise                 | .         .     .         .                .       all           .                     all             .
            problem:assign                     | .         .     .         .                .       all           .                     all             .
            problem:set-fields                 | .         .     .         .                .       all           .                     all             .
            problem:involve                    | .         .     .         .                .       all           .                     all             .
            problem:plan-tasks                 | .         .     .         .                .       all           .                     all             .
            problem:plan-fix                   | .         .     .         .                .       all           .                     all             .
            problem:note-fix                   | .         .     .         .                .       all           .                     all             .
            problem:assess                     | .         .     .         .                .       all           .                     all             .
            problem:weigh                      | .         .     .         .                .       all           .                     all             .
            problem:investigate                | .         .     .         .                .       all           .                     all             .
            problem:drop-analysis              | .         .     .         .                .       all           .                     all             .
            problem:identify-root-cause        | .         .     .         .                .       all           .                     all             .
            problem:resolve                    | .         .     .         .                .       all           .                     all             .
            problem:review                     | .         .     .         .                .       all           .                     all             .
            problem:accept-risk                | .         .     .         .                .       all           .                     all             .
            problem:renew-risk                 | .         .     .         .                .       all           .                     all             .
            problem:reanalyse                  | .         .     .         .                .       all           .                     all             .
            problem:hold                       | .         .     .         .                .       all           .                     all             .
            problem:resume                     | .         .     .         .                .       all           .                     all             .
            problem:escalate                   | .         .     .         .                .       all           .                     all             .
            problem:change-customer            | .         .     .         .                .       all           .                     all             .
            problem:close                      | .         .     .         .                .       all           .                     all             .
            problem:cancel                     | .         .     .         .                .       all           .                     all             .
            problem:merge                      | .         .     .         .                .       all           .                     all             .
            problem:unmerge                    | .         .     .         .                .       all           .                     all             .
            problem:note-risk-review           | .         .     .         .                .       all           .                     .               .
            problem:start                      | .         .     .         .                .       all           .                     .               .
            problem:de-escalate                | .         .     .         .                .       all           .                     .               .
            problem:change-requester           | .         .     .         .                .       all           .                     .               .
            problem:remind                     | .         .     .         .                .       all           .                     .               .
            problem:migrate                    | .         .     .         .                .       all           .                     .               .
            problem:look-at-clocks             | .         .     .         .                .       all           .                     .               .
            problem:recompute-clocks           | .         .     .         .                .       all           all                   .               .
            known-error:identify               | .         all   all       all              .       all           .                     all             all
            known-error:read                   | .         all   all       all              all     all           all                   all             all
            known-error:read-internal          | .         all   all       all              all     all           all                   all             all
            known-error:describe-workaround    | .         all   all       all              .       all           .                     all             all
            known-error:verify-workaround      | .         all   all       all              .       all           .                     all             all
            known-error:comment                | .         all   all       all              .       all           .                     all             all
            known-error:link                   | .         all   all       all              .       all           .                     all             all
            known-error:name-affected          | .         all   all       all              .       all           .                     all             all
            known-error:accept                 | .         all   all       all              .       all           .                     all             all
            known-error:hand-back              | .         all   all       all              .       all           .                     all             all
            known-error:tag                    | .         all   all       all              .       all           .                     all             all
            known-error:watch                  | .         all   all       all              .       all           .                     all             all
            known-error:do-task                | .         all   all       all              .       all           .                     all             all
            known-error:record-time            | .         all   all       all              .       all           .                     all             all
            known-error:attach                 | .         all   all       all              .       all           .                     all             all
            known-error:describe               | .         .     .         .                .       all           .                     all             .
            known-error:categorise             | .         .     .         .                .       all           .                     all             .
            known-error:prioritise             | .         .     .         .                .       all           .                     all             .
            known-error:assign                 | .         .     .         .                .       all           .                     all             .
            known-error:set-fields             | .         .     .         .                .       all           .                     all             .
            known-error:involve                | .         .     .         .                .       all           .                     all             .
            known-error:plan-tasks             | .         .     .         .                .       all           .                     all             .
            known-error:plan-fix               | .         .     .         .                .       all           .                     all             .
            known-error:note-fix               | .         .     .         .                .       all           .                     all             .
            known-error:describe-error         | .         .     .         .                .       all           .                     all             .
            known-error:record-fix             | .         .     .         .                .       all           .                     all             .
            known-error:recur                  | .         .     .         .                .       all           .                     all             .
            known-error:publish                | .         .     .         .                .       all           .                     all             .
            known-error:retire                 | .         .     .         .                .       all           .                     all             .
            known-error:start                  | .         .     .         .                .       all           .                     .               .
            known-error:hold                   | .         .     .         .                .       all           .                     .               .
            known-error:resume                 | .         .     .         .                .       all           .                     .               .
            known-error:escalate               | .         .     .         .                .       all           .                     .               .
            known-error:de-escalate            | .         .     .         .                .       all           .                     .               .
            known-error:change-requester       | .         .     .         .                .       all           .                     .               .
            known-error:change-customer        | .         .     .         .                .       all           .                     .               .
            known-error:close                  | .         .     .         .                .       all           .                     .               .
            known-error:cancel                 | .         .     .         .                .       all           .                     .               .
            known-error:merge                  | .         .     .         .                .       all           .                     .               .
            known-error:unmerge                | .         .     .         .                .       all           .                     .               .
            known-error:remind                 | .         .     .         .                .       all           .                     .               .
            known-error:migrate                | .         .     .         .                .       all           .                     .               .
            known-error:look-at-clocks         | .         .     .         .                .       all           .                     .               .
            known-error:recompute-clocks       | .         .     .         .                .       all           all                   .               .
            cab-meeting:read                   | .         all   all       all              all     all           all                   all             all
            cab-meeting:read-internal          | .         all   all       all              all     all           all                   all             all
            cab-meeting:plan                   | .         .     .         .                .       all           .                     .               all
            cab-meeting:reschedule             | .         .     .         .                .       all           .                     .               all
            cab-meeting:invite                 | .         .     .         .                .       all           .                     .               all
            cab-meeting:uninvite               | .         .     .         .                .       all           .                     .               all
            cab-meeting:hand-over              | .         .     .         .                .       all           .                     .               all
            cab-meeting:put-on-agenda          | .         .     .         .                .       all           .                     .               all
            cab-meeting:take-off-agenda        | .         .     .         .                .       all           .                     .               all
            cab-meeting:order-agenda           | .         .     .         .                .       all           .                     .               all
            cab-meeting:convene                | .         .     .         .                .       all           .                     .               all
            cab-meeting:note-attendance        | .         .     .         .                .       all           .                     .               all
            cab-meeting:decide                 | .         .     .         .                .       all           .                     .               all
            cab-meeting:defer                  | .         .     .         .                .       all           .                     .               all
            cab-meeting:write-minutes          | .         .     .         .                .       all           .                     .               all
            cab-meeting:close                  | .         .     .         .                .       all           .                     .               all
            cab-meeting:cancel                 | .         .     .         .                .       all           .                     .               all
            cab-meeting:remind                 | .         .     .         .                .       all           .                     .               .
            improvement:propose                | .         all   all       all              .       all           all                   all             all
            improvement:read                   | .         all   all       all              all     all           all                   all             all
            improvement:read-internal          | .         all   all       all              all     all           all                   all             all
            improvement:measure                | .         all   all       all              .       all           all                   all             all
            improvement:measure-again          | .         all   all       all              .       all           all                   all             all
            improvement:settle-step            | .         all   all       all              .       all           all                   all             all
            improvement:review-control         | .         all   all       all              .       all           all                   all             all
            improvement:decide                 | .         all   all       all              .       all           all                   all             all
            improvement:learn                  | .         all   all       all              .       all           all                   all             all
            improvement:describe               | .         .     all       all              .       all           all                   all             all
            improvement:hand-over              | .         .     all       all              .       all           all                   all             all
            improvement:relate                 | .         .     all       all              .       all           all                   all             all
            improvement:weigh                  | .         .     all       all              .       all           all                   all             all
            improvement:set-vision             | .         .     all       all              .       all           all                   all             all
            improvement:assess                 | .         .     all       all              .       all           all                   all             all
            improvement:aim                    | .         .     all       all              .       all           all                   all             all
            improvement:set-target             | .         .     all       all              .       all           all                   all             all
            improvement:drop-target            | .         .     all       all              .       all           all                   all             all
            improvement:make-plan              | .         .     all       all              .       all           all                   all             all
            improvement:plan-step              | .         .     all       all              .       all           all                   all             all
            improvement:move-step              | .         .     all       all              .       all           all                   all             all
            improvement:act                    | .         .     all       all              .       all           all                   all             all
            improvement:check                  | .         .     all       all              .       all           all                   all             all
            improvement:evaluate               | .         .     all       all              .       all           all                   all             all
            improvement:realise                | .         .     all       all              .       all           all                   all             all
            improvement:keep                   | .         .     all       all              .       all           all                   all             all
            improvement:set-control            | .         .     all       all              .       all           all                   all             all
            improvement:close                  | .         .     all       all              .       all           all                   all             all
            improvement:go-back                | .         .     all       all              .       all           all                   all             all
            improvement:plan-again             | .         .     all       all              .       all           all                   all             all
            improvement:park                   | .         .     all       all              .       all           all                   all             all
            improvement:resume                 | .         .     all       all              .       all           all                   all             all
            improvement:abandon                | .         .     all       all              .       all           all                   all             all
            improvement:note-overdue           | .         .     .         .                .       all           .                     .               .
            improvement:note-review-due        | .         .     .         .                .       all           .                     .               .
            assessment:read                    | .         all   all       all              all     all           all                   all             all
            assessment:read-internal           | .         all   all       all              all     all           all                   all             all
            assessment:plan                    | .         .     .         .                .       all           .                     .               .
            assessment:rescope                 | .         .     .         .                .       all           .                     .               .
            assessment:hand-over               | .         .     .         .                .       all           .                     .               .
            assessment:name-assessors          | .         .     .         .                .       all           .                     .               .
            assessment:begin                   | .         .     .         .                .       all           .                     .               .
            assessment:record-evidence         | .         .     .         .                .       all           .                     .               .
            assessment:withdraw-evidence       | .         .     .         .                .       all           .                     .               .
            assessment:note-finding            | .         .     .         .                .       all           .                     .               .
            assessment:strike-finding          | .         .     .         .                .       all           .                     .               .
            assessment:rate                    | .         .     .         .                .       all           .                     .               .
            assessment:submit                  | .         .     .         .                .       all           .                     .               .
            assessment:send-back               | .         .     .         .                .       all           .                     .               .
            assessment:complete                | .         .     .         .                .       all           .                     .               .
            assessment:cancel                  | .         .     .         .                .       all           .                     .               .
            governance-policy:read             | .         all   all       all              all     all           all                   all             all
            governance-policy:read-internal    | .         all   all       all              all     all           all                   all             all
            governance-policy:draft            | .         .     .         .                .       all           .                     .               .
            governance-policy:revise           | .         .     .         .                .       all           .                     .               .
            governance-policy:describe         | .         .     .         .                .       all           .                     .               .
            governance-policy:hand-over        | .         .     .         .                .       all           .                     .               .
            governance-policy:enact            | .         .     .         .                .       all           .                     .               .
            governance-policy:reject           | .         .     .         .                .       all           .                     .               .
            governance-policy:begin-review     | .         .     .         .                .       all           .                     .               .
            governance-policy:end-review       | .         .     .         .                .       all           .                     .               .
            governance-policy:set-review-date  | .         .     .         .                .       all           .                     .               .
            governance-policy:note-review-due  | .         .     .         .                .       all           .                     .               .
            governance-policy:grant-waiver     | .         .     .         .                .       all           .                     .               .
            governance-policy:revoke-waiver    | .         .     .         .                .       all           .                     .               .
            governance-policy:suspend          | .         .     .         .                .       all           .                     .               .
            governance-policy:reinstate        | .         .     .         .                .       all           .                     .               .
            governance-policy:retire           | .         .     .         .                .       all           .                     .               .
            governance-policy:withdraw         | .         .     .         .                .       all           .                     .               .
            directive:read                     | .         all   all       all              all     all           all                   all             all
            directive:read-internal            | .         all   all       all              all     all           all                   all             all
            directive:propose                  | .         .     .         .                .       all           .                     .               .
            directive:describe                 | .         .     .         .                .       all           .                     .               .
            directive:hand-over                | .         .     .         .                .       all           .                     .               .
            directive:evaluate                 | .         .     .         .                .       all           .                     .               .
            directive:direct                   | .         .     .         .                .       all           .                     .               .
            directive:observe                  | .         all   all       all              .       all           all                   all             all
            directive:note-report-due          | .         .     .         .                .       all           .                     .               .
            directive:revise                   | .         .     .         .                .       all           .                     .               .
            directive:achieve                  | .         .     .         .                .       all           .                     .               .
            directive:miss                     | .         .     .         .                .       all           .                     .               .
            directive:close                    | .         .     .         .                .       all           .                     .               .
            directive:withdraw                 | .         .     .         .                .       all           .                     .               .
            settings:note-policies             | .         .     .         .                .       all           .                     .               .
            """;

    private static final Map<String, Map<String, String>> TABLE = table(DRAWN);
    private static final List<String> ROLES = words(DRAWN.lines().findFirst().orElseThrow());

    private static final Set<String> HAVE_REQUESTERS = Set.of("incident", "problem", "known-error", "change");
    private static final TenantId ACME = TenantId.of("acme");
    private static final PersonId OWNER = PersonId.of("administrator");

    private final SettableClock clock = new SettableClock();
    private final InMemoryStore store = new InMemoryStore(clock);
    private final List<AuditSink.Verdict> audited = new ArrayList<>();
    private int services;
    private Itsm itsm = open(ServiceDeskRoles.standard());

    private static Map<String, Map<String, String>> table(String drawn) {
        List<String> lines = drawn.lines().toList();
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Map<String, String> cells = new LinkedHashMap<>();
            List<String> roles = words(lines.get(0));
            assertThat(words(line)).as(line).hasSameSizeAs(roles);
            for (int i = 0; i < roles.size(); i++) {
                cells.put(roles.get(i), words(line).get(i));
            }
            assertThat(table.put(line.substring(0, line.indexOf('|')).strip(), cells))
                    .as(line)
                    .isNull();
        }
        return table;
    }

    private static List<String> words(String line) {
        return List.of(line.substring(line.indexOf('|') + 1).strip().split("\\s+"));
    }

    private static boolean may(String role, String kind, String action, boolean own) {
        Map<String, String> row = TABLE.get(kind + ":" + action);
        assertThat(row)
                .as("a row for %s:%s: decide who may do it, draw it here and give it in ServiceDeskRoles", kind, action)
                .isNotNull();
        String cell = row.get(role);
        return cell.equals("all") || cell.equals("own") && own;
    }

    private Itsm open(Authorizer authorizer) {
        var directory = Directories.fixed();
        for (String role : ROLES) {
            directory.person(PersonId.of(role), role).person(PersonId.of("another-" + role), role);
        }
        directory.person(PersonId.of("nobody")).person(PersonId.of("stranger"), "no-such-role");
        return Itsm.builder()
                .store(store)
                .clock(clock)
                .directory(directory.build())
                .authorizer(authorizer)
                .notifier(notice -> {})
                .auditSink(audited::add)
                .build();
    }

    @BeforeEach
    void tailorSomething() {
        assertThat(itsm.tailor(caller("administrator"), Tailoring.none()).isRight())
                .isTrue();
    }

    private static Caller caller(String person) {
        return Caller.of(ACME, PersonId.of(person));
    }

    private RecordId incidentOf(String requester) {
        return itsm.incidents()
                .submit(
                        caller("administrator"),
                        IncidentCommand.log()
                                .title("Mail is down")
                                .requester(PersonId.of(requester))
                                .build())
                .get()
                .id();
    }

    private RecordId changeOf(String requester) {
        return itsm.changes()
                .submit(
                        caller("administrator"),
                        new ChangeCommand.Draft(
                                TicketDraft.builder()
                                        .title("New disk")
                                        .requester(PersonId.of(requester))
                                        .build(),
                                "replace it"))
                .get()
                .id();
    }

    private RecordId problemOf(String requester) {
        return itsm.problems()
                .submit(
                        caller("administrator"),
                        ProblemCommand.log()
                                .draft(draftOf(requester))
                                .origin(Origin.REACTIVE)
                                .build())
                .get()
                .id();
    }

    private RecordId knownErrorOf(String requester) {
        return itsm.knownErrors()
                .submit(
                        caller("administrator"),
                        KnownErrorCommand.identify()
                                .draft(draftOf(requester))
                                .symptom("it crashes")
                                .build())
                .get()
                .id();
    }

    private static TicketDraft draftOf(String requester) {
        return TicketDraft.builder()
                .title("Disks fill up")
                .requester(PersonId.of(requester))
                .build();
    }

    private RecordId majorIncident() {
        return itsm.majorIncidents()
                .submit(
                        caller("administrator"),
                        new MajorIncidentCommand.Propose(incidentOf("agent"), "nobody can work"))
                .get()
                .id();
    }

    private RecordId cabMeeting() {
        Instant nine = Instant.parse("2036-09-01T09:00:00Z");
        return itsm.cabMeetings()
                .submit(
                        caller("administrator"),
                        CabMeetingCommand.plan()
                                .title("Changes of the week")
                                .chair(OWNER)
                                .planned(new Window(nine, nine.plusSeconds(3_600)))
                                .build())
                .get()
                .id();
    }

    private RecordId assessment() {
        return itsm.assessments()
                .submit(
                        caller("administrator"),
                        AssessmentCommand.plan()
                                .title("How good is the desk?")
                                .lead(OWNER)
                                .addScope(ScopeItem.of("service-desk", 2))
                                .build())
                .get()
                .id();
    }

    private RecordId agreement() {
        return itsm.agreements()
                .submit(
                        caller("administrator"),
                        AgreementCommand.draft()
                                .title("Gold")
                                .type(AgreementType.SERVICE_LEVEL)
                                .owner(OWNER)
                                .build())
                .get()
                .id();
    }

    private RecordId improvement() {
        return itsm.improvements()
                .submit(
                        caller("administrator"),
                        ImprovementCommand.propose()
                                .title("Mail is back sooner")
                                .owner(OWNER)
                                .build())
                .get()
                .id();
    }

    private RecordId changeModel() {
        return itsm.changeModels()
                .submit(
                        caller("administrator"),
                        ChangeModelCommand.propose()
                                .title("Replace a disk")
                                .owner(OWNER)
                                .procedure(ChangeProcedure.of(ChangeType.STANDARD))
                                .build())
                .get()
                .id();
    }

    private RecordId service() {
        return itsm.services()
                .submit(
                        caller("administrator"),
                        ServiceCommand.propose()
                                .key(ServiceId.of("mail-" + ++services))
                                .name("Mail")
                                .owner(OWNER)
                                .build())
                .get()
                .id();
    }

    private RecordId governancePolicy() {
        return itsm.governancePolicies()
                .submit(
                        caller("administrator"),
                        GovernancePolicyCommand.draft()
                                .name("policy-"
                                        + store.feed(itsm.registry().kinds(), 0, 10_000)
                                                .size())
                                .title("Nobody flies")
                                .owner(OWNER)
                                .addControls(Control.deny("Nobody flies.")
                                        .addKinds("spaceship")
                                        .build())
                                .build())
                .get()
                .id();
    }

    private RecordId directive() {
        return itsm.directives()
                .submit(caller("administrator"), new DirectiveCommand.Propose("Fewer failed changes", "", OWNER))
                .get()
                .id();
    }

    private RecordId recordOf(String kind, String requester) {
        return switch (kind) {
            case "incident" -> incidentOf(requester);
            case "major-incident" -> majorIncident();
            case "change" -> changeOf(requester);
            case "problem" -> problemOf(requester);
            case "known-error" -> knownErrorOf(requester);
            case "cab-meeting" -> cabMeeting();
            case "assessment" -> assessment();
            case "agreement" -> agreement();
            case "improvement" -> improvement();
            case "change-model" -> changeModel();
            case "service" -> service();
            case "governance-policy" -> governancePolicy();
            case "directive" -> directive();
            default -> SettingsKind.ID;
        };
    }

    /** Every permission that anything can ask for today. */
    private Set<String> askedFor() {
        Set<String> permissions = new LinkedHashSet<>();
        for (Definition<?> definition : itsm.registry().all()) {
            String kind = definition.name();
            permissions.add(kind + ":read");
            permissions.add(kind + ":read-internal");
            definition.lifecycle().statuses().stream()
                    .flatMap(status -> definition.lifecycle().transitions(status).stream())
                    .map(Transition::permissionOrAction)
                    .forEach(action -> permissions.add(kind + ":" + action));
            commands(kind).forEach(command -> permissions.add(kind + ":" + action(command)));
        }
        return permissions;
    }

    private static String action(Object command) {
        return ((Intention) command).action().value();
    }

    /** One of each command, but the generic one, whose action is whatever a lifecycle calls it. */
    private static List<Object> commands(String kind) {
        assertThat(Specimens.FAMILIES).as("the families of commands").containsKey(kind);
        return Specimens.classes(kind).stream()
                .filter(type -> type != TicketCommand.Move.class)
                .map(type -> Specimens.of(type, RecordRef.of("incident", RecordId.of("another"))))
                .toList();
    }

    @Test
    void everyActionOfEveryKindHasARow() {
        assertThat(TABLE.keySet()).containsExactlyInAnyOrderElementsOf(askedFor());
        assertThat(commands("incident")).hasSizeGreaterThan(15);
    }

    /** Else the tests that go through all commands would pass by those of a family that nobody named. */
    @Test
    void noPublicCommandIsOutsideTheFamilies() throws Exception {
        Set<Class<?>> named = Specimens.FAMILIES.keySet().stream()
                .flatMap(kind -> Specimens.classes(kind).stream())
                .collect(Collectors.toSet());
        Set<Class<?>> there = commandsOfTheKit();
        assertThat(there).hasSizeGreaterThan(60);
        assertThat(named).containsAll(there);
    }

    private static Set<Class<?>> commandsOfTheKit() throws Exception {
        Path classes = Path.of(Intention.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(classes)) {
            return commandsIn(classes);
        }
        try (FileSystem jar = FileSystems.newFileSystem(classes)) {
            return commandsIn(jar.getPath("/"));
        }
    }

    private static Set<Class<?>> commandsIn(Path root) throws Exception {
        Set<Class<?>> found = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replace('\\', '.');
                if (name.startsWith("org.itsmkit.")) {
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - ".class".length()),
                            false,
                            Intention.class.getClassLoader());
                    if (type.isRecord() && Intention.class.isAssignableFrom(type) && isOpen(type)) {
                        found.add(type);
                    }
                }
            }
        }
        return found;
    }

    /** Whether a host can name it: public, and so is all around it. */
    private static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isOpen(type.getEnclosingClass()));
    }

    @TestFactory
    Stream<DynamicTest> everyCommandWithEveryRole() {
        return itsm.registry().all().stream()
                .flatMap(definition -> ROLES.stream()
                        .flatMap(role -> Stream.of(true, false)
                                .map(own -> DynamicTest.dynamicTest(
                                        role + " on " + (own ? "their own " : "another's ") + definition,
                                        () -> commands(definition.name())
                                                .forEach(command -> check(definition, command, role, own))))));
    }

    @SuppressWarnings("unchecked") // the families say which commands a kind takes
    private <R> void check(Definition<R> definition, Object command, String role, boolean own) {
        String kind = definition.name();
        String action = action(command);
        Records<R> records = itsm.records(definition);
        Caller caller = caller(role);
        boolean isOwn = own && HAVE_REQUESTERS.contains(kind);
        RecordId id = recordOf(kind, isOwn ? role : "another-" + role);
        Optional<Stored<R>> before = store.find(ACME, definition.kind(), id);
        audited.clear();

        boolean creates = command instanceof Creation;
        Either<Rejection, Stored<R>> outcome = creates
                ? records.submit(caller, (Creation<R>) command)
                : records.submit(caller, id, (Command<R>) command);

        Rejection.Reason expected = !creates && !may(role, kind, "read", isOwn)
                ? Rejection.Reason.NOT_FOUND
                : may(role, kind, action, creates ? isForOneself(command, caller) : isOwn)
                        ? null
                        : Rejection.Reason.DENIED;
        if (expected == null) {
            assertThat(outcome.isRight() ? "done" : outcome.getLeft().reason().toString())
                    .as("%s", command)
                    .isNotIn("DENIED", "NOT_FOUND", "UNKNOWN_CALLER");
            return;
        }
        assertThat(outcome.isLeft()).as("%s", command).isTrue();
        assertThat(outcome.getLeft().reason()).as("%s", command).isEqualTo(expected);
        assertThat(store.find(ACME, definition.kind(), id)).isEqualTo(before);
        if (expected == Rejection.Reason.DENIED) {
            assertThat(audited).singleElement().satisfies(verdict -> {
                assertThat(verdict.code()).isEqualTo("caller.denied");
                assertThat(verdict.permission()).isEqualTo(new Permission(kind, action));
                assertThat(verdict.caller().person()).isEqualTo(caller.person());
                assertThat(verdict.record())
                        .isEqualTo(creates ? Optional.empty() : Optional.of(RecordRef.of(kind, id)));
            });
        }
    }

    private static boolean isForOneself(Object creation, Caller caller) {
        return !(creation instanceof NamesRequester names)
                || names.namedRequester().map(caller.person()::equals).orElse(true);
    }

    @Test
    void whatIsOfferedAgreesWithTheTable() {
        for (Definition<?> definition : itsm.registry().all()) {
            for (String role : ROLES) {
                for (boolean own : List.of(true, false)) {
                    boolean isOwn = own && HAVE_REQUESTERS.contains(definition.name());
                    RecordId id = recordOf(definition.name(), isOwn ? role : "another-" + role);
                    List<Offer> offers = itsm.records(definition).availableActions(caller(role), id);
                    if (!may(role, definition.name(), "read", isOwn)) {
                        assertThat(offers).isEmpty();
                        continue;
                    }
                    assertThat(offers.stream().map(Offer::action))
                            .containsExactlyInAnyOrderElementsOf(
                                    definition.lifecycle().actions());
                    for (Offer offer : offers) {
                        boolean denied = offer.refusal()
                                .map(r -> r.reason() == Rejection.Reason.DENIED)
                                .orElse(false);
                        assertThat(denied)
                                .as("%s to %s on %s, own %s", offer, role, definition, isOwn)
                                .isEqualTo(!may(
                                        role, definition.name(), offer.action().value(), isOwn));
                    }
                }
            }
        }
    }

    @Test
    void listsCountsAndHistoriesShowWhatMayBeReadAndNoMore() {
        for (String role : ROLES) {
            RecordId own = incidentOf(role);
            RecordId others = incidentOf("another-" + role);
            for (RecordId id : List.of(own, others)) {
                assertThat(itsm.incidents()
                                .submit(caller("administrator"), id, TicketCommand.Comment.internal("he shouts"))
                                .isRight())
                        .isTrue();
            }
            Caller caller = caller(role);
            Set<RecordId> expected =
                    store
                            .query(
                                    ACME,
                                    Incidents.KIND,
                                    Query.where(Condition.all()).limit(1_000))
                            .items()
                            .stream()
                            .filter(stored -> may(
                                    role,
                                    "incident",
                                    "read",
                                    stored.record().ticket().requester().value().equals(role)))
                            .map(Stored::id)
                            .collect(Collectors.toSet());

            assertThat(itsm
                            .incidents()
                            .query(caller, Query.where(Condition.all()).limit(1_000))
                            .items()
                            .stream()
                            .map(Stored::id))
                    .as(role)
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(itsm.incidents().count(caller, Condition.all())).isEqualTo(expected.size());
            assertThat(itsm.incidents().countBy(caller, Condition.all(), Incidents.FIELDS.status).values().stream()
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(expected.size());
            for (RecordId id : List.of(own, others)) {
                assertThat(itsm.incidents().find(caller, id).isPresent()).isEqualTo(expected.contains(id));
                assertThat(itsm.incidents().asOf(caller, id, clock.instant()).isPresent())
                        .isEqualTo(expected.contains(id));
                assertThat(itsm.incidents().history(caller, id))
                        .hasSize(
                                !expected.contains(id)
                                        ? 0
                                        : may(role, "incident", "read-internal", id.equals(own)) ? 2 : 1);
            }
            changeOf("another-" + role);
            assertThat(itsm.changes().count(caller, Condition.all()) > 0).isEqualTo(may(role, "change", "read", false));
            assertThat(itsm.settings().count(caller, Condition.all()) > 0)
                    .isEqualTo(may(role, "settings", "read", false));
        }
    }

    @Test
    void whoHasNoRoleOrOneThatNobodyDescribedMayNothing() {
        RecordId id = incidentOf("requester");
        for (String person : List.of("nobody", "stranger")) {
            Caller caller = caller(person);
            assertThat(itsm.incidents().find(caller, id)).isEmpty();
            assertThat(itsm.incidents().count(caller, Condition.all())).isZero();
            assertThat(itsm.incidents()
                            .submit(
                                    caller,
                                    IncidentCommand.log().title("Let me in").build())
                            .getLeft()
                            .reason())
                    .isEqualTo(Rejection.Reason.DENIED);
        }
    }

    @Test
    void whatNobodyHasHeardOfIsOpenToAdministratorsAloneAndReadingToAuditors() {
        Authorizer authorizer = ServiceDeskRoles.standard();
        Subject subject = new Subject() {
            @Override
            public String kind() {
                return "rocket";
            }

            @Override
            public Optional<RecordId> id() {
                return Optional.of(RecordId.of("r1"));
            }

            @Override
            public List<FieldValue> values(org.itsmkit.spi.record.FieldKey field) {
                return List.of();
            }
        };
        for (String role : ROLES) {
            Caller caller = Caller.of(ACME, OWNER, role);
            for (Permission permission : List.of(
                    new Permission("incident", "launch"),
                    new Permission("rocket", "launch"),
                    new Permission("incident", "READ"),
                    new Permission("incident", "read-internals"),
                    new Permission("rocket", "log"))) {
                assertThat(authorizer.decide(caller, permission, subject).allowed())
                        .as("%s by %s", permission, role)
                        .isEqualTo(role.equals("administrator"));
            }
            assertThat(authorizer
                            .decide(caller, new Permission("rocket", "read"), subject)
                            .allowed())
                    .isEqualTo(role.equals("administrator") || role.equals("auditor"));
        }
    }

    @Test
    void twoRolesGiveWhatEitherGives() {
        Caller both = Caller.of(ACME, PersonId.of("requester"), "auditor");
        RecordId others = incidentOf("agent");

        assertThat(itsm.incidents().find(both, others)).isPresent();
        assertThat(itsm.incidents()
                        .submit(both, others, TicketCommand.Comment.toAll("hello"))
                        .getLeft()
                        .reason())
                .isEqualTo(Rejection.Reason.DENIED);
        assertThat(itsm.incidents()
                        .submit(both, incidentOf("requester"), TicketCommand.Comment.toAll("hello"))
                        .isRight())
                .isTrue();
    }

    @Test
    void aRoleThatIsGivenMoreKeepsWhatItHad() {
        itsm = open(ServiceDeskRoles.extended()
                .may(ServiceDeskRoles.REQUESTER, "change", "read")
                .build());

        assertThat(itsm.changes().find(caller("requester"), changeOf("agent"))).isPresent();
        assertThat(itsm.incidents().find(caller("requester"), incidentOf("agent")))
                .isEmpty();
    }

    /** An authorizer that cannot answer has said no: to commands, to reading, and to lists; and the audit sink knows. */
    @Test
    void anAuthorizerThatFailsHasDenied() {
        RecordId id = incidentOf("agent");
        Authorizer standard = ServiceDeskRoles.standard();
        Authorizer failing = new Authorizer() {
            @Override
            public Decision decide(Caller caller, Permission permission, Subject subject) {
                if (permission.action().equals("read")) {
                    return standard.decide(caller, permission, subject);
                }
                throw new IllegalStateException("the directory is down");
            }

            @Override
            public Condition visible(Caller caller, String kind) {
                if (kind.equals("change")) {
                    throw new IllegalStateException("the directory is down");
                }
                return standard.visible(caller, kind);
            }
        };
        changeOf("agent");
        itsm = open(failing);
        for (String role : ROLES) {
            for (Object command : commands("incident")) {
                audited.clear();
                Either<Rejection, ?> outcome = command instanceof Creation
                        ? itsm.incidents().submit(caller(role), asCreation(command))
                        : itsm.incidents().submit(caller(role), id, asCommand(command), Options.none());
                assertThat(outcome.getLeft().reason())
                        .isIn(
                                Rejection.Reason.DENIED,
                                may(role, "incident", "read", false)
                                        ? Rejection.Reason.DENIED
                                        : Rejection.Reason.NOT_FOUND);
                if (outcome.getLeft().reason() == Rejection.Reason.DENIED) {
                    assertThat(audited)
                            .singleElement()
                            .satisfies(verdict -> assertThat(verdict.reason()).contains("failed"));
                }
            }
            assertThat(itsm.changes().count(caller(role), Condition.all())).isZero();
            assertThat(itsm.changes()
                            .query(caller(role), Query.where(Condition.all()))
                            .items())
                    .isEmpty();
        }
    }

    @SuppressWarnings("unchecked") // of the families of incidents
    private static Creation<org.itsmkit.incident.Incident> asCreation(Object command) {
        return (Creation<org.itsmkit.incident.Incident>) command;
    }

    @SuppressWarnings("unchecked") // of the families of incidents
    private static Command<org.itsmkit.incident.Incident> asCommand(Object command) {
        return (Command<org.itsmkit.incident.Incident>) command;
    }

    /** The page shows the table that is tested. */
    @Test
    void thePageShowsTheTable() throws IOException {
        StringBuilder table = new StringBuilder(
                "| Permission | " + String.join(" | ", ROLES) + " |\n|---|" + "---|".repeat(ROLES.size()) + "\n");
        TABLE.forEach((permission, cells) -> table.append("| `")
                .append(permission)
                .append("` | ")
                .append(cells.values().stream()
                        .map(cell -> cell.equals(".") ? "–" : cell)
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        Path page = root().resolve("docs/roles.md");
        String text = Files.readString(page);
        int start = text.indexOf("| Permission |");
        String before = start < 0 ? text : text.substring(0, start);
        String expected = before + table;
        if (Boolean.getBoolean("itsm.docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page))
                .as("stale; -Ditsm.docs.write=true prints it anew")
                .isEqualTo(expected);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("itsm-core/pom.xml"))) {
            here = here.getParent();
        }
        return here;
    }

    @Test
    void everyTicketActionStandsInTheTable() throws IllegalAccessException {
        for (var field : TicketAction.class.getFields()) {
            assertThat(TABLE).containsKey("incident:" + field.get(null));
        }
    }
}
