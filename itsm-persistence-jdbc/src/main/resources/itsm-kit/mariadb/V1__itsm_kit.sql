-- ITSM Kit on MariaDB 10.6 or newer. Texts by which records are ordered are the bytes of their UTF-8, whose order is that of
-- code points. On MySQL 8, put utf8mb4_0900_bin for utf8mb4_nopad_bin.
-- Times are microseconds since 1970-01-01T00:00Z, but for the table of db-scheduler, which has its own form.
-- ${schema} is the name of a schema with its dot, or nothing; ${prefix} is what all names begin with.

-- One row per record, of any kind. A deleted one keeps its version and its hash: body_version 0, no body.
-- held is 1 while a legal hold is on it, else 0.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}record (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    hash VARBINARY(32) NOT NULL,
    held INTEGER NOT NULL,
    body_version INTEGER NOT NULL,
    body LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    body_rest LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    fields_mark BIGINT NOT NULL,
    texts_mark BIGINT NOT NULL,
    words_mark BIGINT NOT NULL,
    links_mark BIGINT NOT NULL,
    f_number VARBINARY(1000),
    f_status VARBINARY(1000),
    f_phase VARBINARY(1000),
    f_priority DECIMAL(38, 10),
    f_service VARBINARY(1000),
    f_customer VARBINARY(1000),
    f_requester VARBINARY(1000),
    f_group VARBINARY(1000),
    f_assignee VARBINARY(1000),
    f_category VARBINARY(1000),
    f_parent VARBINARY(1000),
    f_opened BIGINT,
    f_due BIGINT,
    f_resolved BIGINT,
    f_closed BIGINT,
    f_updated BIGINT,
    PRIMARY KEY (tenant, kind, id)
);

CREATE INDEX IF NOT EXISTS ${prefix}record_number ON ${schema}${prefix}record (tenant, kind, f_number, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_status ON ${schema}${prefix}record (tenant, kind, f_status, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_assignee ON ${schema}${prefix}record (tenant, kind, f_assignee, f_phase, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_group ON ${schema}${prefix}record (tenant, kind, f_group, f_phase, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_requester ON ${schema}${prefix}record (tenant, kind, f_requester, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_service ON ${schema}${prefix}record (tenant, kind, f_service, f_phase, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_parent ON ${schema}${prefix}record (tenant, kind, f_parent, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_opened ON ${schema}${prefix}record (tenant, kind, f_opened, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_due ON ${schema}${prefix}record (tenant, kind, f_due, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_number_last ON ${schema}${prefix}record (tenant, kind, f_number DESC, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_opened_last ON ${schema}${prefix}record (tenant, kind, f_opened DESC, id);
CREATE INDEX IF NOT EXISTS ${prefix}record_updated ON ${schema}${prefix}record (tenant, kind, f_updated DESC, id);

-- One row per value of a field that has no column of its own. field_type: 1 text, 2 decimal, 3 flag (0, 1),
-- 4 moment (microseconds), 5 date (days since 1970-01-01), 6 reference (kind/id).
CREATE TABLE IF NOT EXISTS ${schema}${prefix}field (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field_type INTEGER NOT NULL,
    place INTEGER NOT NULL,
    text_value VARBINARY(1000),
    number_value DECIMAL(38, 10),
    PRIMARY KEY (tenant, kind, id, field, field_type, place)
);

CREATE INDEX IF NOT EXISTS ${prefix}field_text ON ${schema}${prefix}field (tenant, kind, field, text_value, id);
CREATE INDEX IF NOT EXISTS ${prefix}field_number ON ${schema}${prefix}field (tenant, kind, field, number_value, id);

-- Texts of more than 800 bytes, whole; elsewhere they stand by a key: their beginning, U+10FFFF, their SHA-256.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}text (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    text_key VARBINARY(1000) NOT NULL,
    id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    whole LONGBLOB NOT NULL,
    PRIMARY KEY (tenant, kind, field, text_key, id)
);

CREATE INDEX IF NOT EXISTS ${prefix}text_record ON ${schema}${prefix}text (tenant, kind, id);

-- One row per word of a searchable text.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}word (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    field VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    word VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (tenant, kind, field, word, id, place)
);

CREATE INDEX IF NOT EXISTS ${prefix}word_record ON ${schema}${prefix}word (tenant, kind, id);

-- One row per link from a record to another.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}link (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    link_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target_kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    target_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (tenant, kind, id, link_type, target_kind, target_id)
);

CREATE INDEX IF NOT EXISTS ${prefix}link_target ON ${schema}${prefix}link (tenant, target_kind, target_id, link_type, kind, id);

-- What happened, append-only but for feed_position, which the feed's reader gives once, and for erasure: what is erased has no salt,
-- and the version of the form of what stands in its place (0 if nothing is left). hash covers everything in front of it, and
-- the hash of the entry before; arrival is the order of insertion.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}journal (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sequence BIGINT NOT NULL,
    event VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_version INTEGER NOT NULL,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    on_behalf_of VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin,
    cause VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause_record VARCHAR(129) CHARACTER SET ascii COLLATE ascii_bin,
    cause_sequence BIGINT NOT NULL,
    settings_version BIGINT NOT NULL,
    replaced_version INTEGER,
    payload LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    payload_rest LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
    salt VARBINARY(16),
    payload_digest VARBINARY(32) NOT NULL,
    hash VARBINARY(32) NOT NULL,
    arrival BIGINT NOT NULL AUTO_INCREMENT UNIQUE,
    feed_position BIGINT,
    PRIMARY KEY (tenant, kind, id, sequence)
);

CREATE INDEX IF NOT EXISTS ${prefix}journal_feed ON ${schema}${prefix}journal (feed_position, arrival);

-- One row: the last position given.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}feed (
    id INTEGER NOT NULL,
    last_position BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- The last number given of each series.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}number (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    series VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_given BIGINT NOT NULL,
    PRIMARY KEY (tenant, series)
);

-- The keys that make commands happen once.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}command (
    tenant VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    command_key VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    content VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    result VARCHAR(4000) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    PRIMARY KEY (tenant, command_key)
);

-- The table of db-scheduler 16, in its documented form.
CREATE TABLE IF NOT EXISTS ${schema}${prefix}task (
    task_name VARCHAR(100) NOT NULL,
    task_instance VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
    task_data LONGBLOB,
    execution_time DATETIME(6) NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by VARCHAR(50),
    last_success DATETIME(6),
    last_failure DATETIME(6),
    consecutive_failures INTEGER,
    last_heartbeat DATETIME(6),
    version BIGINT NOT NULL,
    priority SMALLINT,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX IF NOT EXISTS ${prefix}task_due ON ${schema}${prefix}task (execution_time, task_instance);
CREATE INDEX IF NOT EXISTS ${prefix}task_heartbeat ON ${schema}${prefix}task (last_heartbeat);
