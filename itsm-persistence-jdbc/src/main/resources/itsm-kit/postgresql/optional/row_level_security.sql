-- A second wall between tenants, for PostgreSQL 13 or newer: to be run once, after the tables are there, by their owner.
-- ${role} is the role in which users' requests reach the database: it must not own the tables, nor bypass row level security. It sees and
-- changes rows of the one tenant that its session, or its transaction, has named:
--     SELECT set_config('itsm.tenant', '<tenant>', true)
-- and none where it has named none. The owner of the tables sees all: it is for the task queue, the operator, erasing and purging (which
-- change journals), and migrations.
-- ${schema} and ${prefix} are as in the script of the tables.

GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}${prefix}record, ${schema}${prefix}field, ${schema}${prefix}text, ${schema}${prefix}word, ${schema}${prefix}link, ${schema}${prefix}number, ${schema}${prefix}command, ${schema}${prefix}task TO ${role};
GRANT SELECT, INSERT ON ${schema}${prefix}journal TO ${role};

ALTER TABLE ${schema}${prefix}record ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}field ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}text ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}word ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}link ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}number ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}command ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}task ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${schema}${prefix}feed ENABLE ROW LEVEL SECURITY;

CREATE POLICY ${prefix}tenant ON ${schema}${prefix}record TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}field TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}text TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}word TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}link TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}journal TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}number TO ${role} USING (tenant = current_setting('itsm.tenant', true));
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}command TO ${role} USING (tenant = current_setting('itsm.tenant', true));
-- A task's instance is tenant, slash, key, and no tenant's id holds a slash.
CREATE POLICY ${prefix}tenant ON ${schema}${prefix}task TO ${role} USING (split_part(task_instance, '/', 1) = current_setting('itsm.tenant', true));
