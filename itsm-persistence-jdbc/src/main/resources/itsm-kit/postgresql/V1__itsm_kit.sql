-- ITSM Kit on PostgreSQL 13 or newer. Texts by which records are found have the collation "C": exact, ordered by code point.
-- Times are microseconds since 1970-01-01T00:00Z, but for the table of db-scheduler, which has its own form.
-- ${schema} is the name of a schema with its dot, or nothing; ${prefix} is what all names begin with.

-- One row per record, of any kind. A deleted one keeps its version and its hash: body_version 0, no body.
-- held is 1 while a legal hold is on it, else 0.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}record (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    kind VARCHAR(64) COLLATE "C" NOT NULL,
    id VARCHAR(64) COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    held INTEGER NOT NULL,
    body_version INTEGER NOT NULL,
    body TEXT,
    body_rest TEXT,
    fields_mark BIGINT NOT NULL,
    texts_mark BIGINT NOT NULL,
    words_mark BIGINT NOT NULL,
    links_mark BIGINT NOT NULL,
    f_number TEXT COLLATE "C",
    f_status TEXT COLLATE "C",
    f_phase TEXT COLLATE "C",
    f_priority NUMERIC(38, 10),
    f_service TEXT COLLATE "C",
    f_customer TEXT COLLATE "C",
    f_requester TEXT COLLATE "C",
    f_group TEXT COLLATE "C",
    f_assignee TEXT COLLATE "C",
    f_category TEXT COLLATE "C",
    f_parent TEXT COLLATE "C",
    f_opened BIGINT,
    f_due BIGINT,
    f_resolved BIGINT,
    f_closed BIGINT,
    f_updated BIGINT,
    PRIMARY KEY (tenant, kind, id)
);

CREATE INDEX IF NOT EXISTS ${prefix}record_number ON ${schema}${prefix}record (tenant, kind, f_number, id) WHERE f_number IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_status ON ${schema}${prefix}record (tenant, kind, f_status, id) WHERE f_status IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_assignee ON ${schema}${prefix}record (tenant, kind, f_assignee, f_phase, id) WHERE f_assignee IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_group ON ${schema}${prefix}record (tenant, kind, f_group, f_phase, id) WHERE f_group IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_requester ON ${schema}${prefix}record (tenant, kind, f_requester, id) WHERE f_requester IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_service ON ${schema}${prefix}record (tenant, kind, f_service, f_phase, id) WHERE f_service IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_parent ON ${schema}${prefix}record (tenant, kind, f_parent, id) WHERE f_parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_opened ON ${schema}${prefix}record (tenant, kind, f_opened, id) WHERE f_opened IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_due ON ${schema}${prefix}record (tenant, kind, f_due, id) WHERE f_due IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}record_updated ON ${schema}${prefix}record (tenant, kind, f_updated, id) WHERE f_updated IS NOT NULL;

-- One row per value of a field that has no column of its own. field_type: 1 text, 2 decimal, 3 flag (0, 1),
-- 4 moment (microseconds), 5 date (days since 1970-01-01), 6 reference (kind/id).
CREATE TABLE IF NOT EXISTS ${schema}${prefix}field (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    kind VARCHAR(64) COLLATE "C" NOT NULL,
    id VARCHAR(64) COLLATE "C" NOT NULL,
    field VARCHAR(64) COLLATE "C" NOT NULL,
    field_type INTEGER NOT NULL,
    place INTEGER NOT NULL,
    text_value TEXT COLLATE "C",
    number_value NUMERIC(38, 10),
    PRIMARY KEY (tenant, kind, id, field, field_type, place)
);

CREATE INDEX IF NOT EXISTS ${prefix}field_text ON ${schema}${prefix}field (tenant, kind, field, text_value, id) WHERE text_value IS NOT NULL;
CREATE INDEX IF NOT EXISTS ${prefix}field_number ON ${schema}${prefix}field (tenant, kind, field, number_value, id) WHERE number_value IS NOT NULL;

-- Texts of more than 800 bytes, whole; elsewhere they stand by a key: their beginning, U+10FFFF, their SHA-256.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}text (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    kind VARCHAR(64) COLLATE "C" NOT NULL,
    field VARCHAR(64) COLLATE "C" NOT NULL,
    text_key TEXT COLLATE "C" NOT NULL,
    id VARCHAR(64) COLLATE "C" NOT NULL,
    whole TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, kind, field, text_key, id)
);

CREATE INDEX IF NOT EXISTS ${prefix}text_record ON ${schema}${prefix}text (tenant, kind, id);

-- One row per word of a searchable text.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}word (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    kind VARCHAR(64) COLLATE "C" NOT NULL,
    field VARCHAR(64) COLLATE "C" NOT NULL,
    word VARCHAR(40) COLLATE "C" NOT NULL,
    id VARCHAR(64) COLLATE "C" NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (tenant, kind, field, word, id, place)
);

CREATE INDEX IF NOT EXISTS ${prefix}word_record ON ${schema}${prefix}word (tenant, kind, id);

-- One row per link from a record to another.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}link (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    kind VARCHAR(64) COLLATE "C" NOT NULL,
    id VARCHAR(64) COLLATE "C" NOT NULL,
    link_type VARCHAR(64) COLLATE "C" NOT NULL,
    target_kind VARCHAR(64) COLLATE "C" NOT NULL,
    target_id VARCHAR(64) COLLATE "C" NOT NULL,
    PRIMARY KEY (tenant, kind, id, link_type, target_kind, target_id)
);

CREATE INDEX IF NOT EXISTS ${prefix}link_target ON ${schema}${prefix}link (tenant, target_kind, target_id, link_type, kind, id);

-- What happened, append-only but for feed_position, which the feed's reader gives once, and for erasure: what is erased has no salt,
-- and the version of the form of what stands in its place (0 if nothing is left). hash covers everything in front of it, and
-- the hash of the entry before; arrival is the order of insertion.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}journal (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    kind VARCHAR(64) COLLATE "C" NOT NULL,
    id VARCHAR(64) COLLATE "C" NOT NULL,
    sequence BIGINT NOT NULL,
    event VARCHAR(64) COLLATE "C" NOT NULL,
    event_version INTEGER NOT NULL,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor VARCHAR(128) COLLATE "C" NOT NULL,
    on_behalf_of VARCHAR(128) COLLATE "C",
    cause VARCHAR(64) COLLATE "C" NOT NULL,
    cause_record VARCHAR(129),
    cause_sequence BIGINT NOT NULL,
    settings_version BIGINT NOT NULL,
    replaced_version INTEGER,
    payload TEXT NOT NULL,
    payload_rest TEXT,
    salt BYTEA,
    payload_digest BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    arrival BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL,
    feed_position BIGINT,
    PRIMARY KEY (tenant, kind, id, sequence)
);

CREATE INDEX IF NOT EXISTS ${prefix}journal_pending ON ${schema}${prefix}journal (arrival) WHERE feed_position IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS ${prefix}journal_feed ON ${schema}${prefix}journal (feed_position) WHERE feed_position IS NOT NULL;
CREATE UNIQUE INDEX IF NOT EXISTS ${prefix}journal_arrival ON ${schema}${prefix}journal (arrival);

-- One row: the last position given.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}feed (
    id INTEGER NOT NULL,
    last_position BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- The last number given of each series.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}number (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    series VARCHAR(64) COLLATE "C" NOT NULL,
    last_given BIGINT NOT NULL,
    PRIMARY KEY (tenant, series)
);

-- The keys that make commands happen once.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}command (
    tenant VARCHAR(64) COLLATE "C" NOT NULL,
    command_key VARCHAR(128) COLLATE "C" NOT NULL,
    content VARCHAR(128) NOT NULL,
    result VARCHAR(4000) NOT NULL,
    PRIMARY KEY (tenant, command_key)
);

-- The table of db-scheduler 16, in its documented form.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}task (
    task_name VARCHAR(100) COLLATE "C" NOT NULL,
    task_instance VARCHAR(200) COLLATE "C" NOT NULL,
    task_data BYTEA,
    execution_time TIMESTAMP WITH TIME ZONE NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by VARCHAR(50),
    last_success TIMESTAMP WITH TIME ZONE,
    last_failure TIMESTAMP WITH TIME ZONE,
    consecutive_failures INTEGER,
    last_heartbeat TIMESTAMP WITH TIME ZONE,
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX IF NOT EXISTS ${prefix}task_due ON ${schema}${prefix}task (execution_time, task_instance);
CREATE INDEX IF NOT EXISTS ${prefix}task_heartbeat ON ${schema}${prefix}task (last_heartbeat);
