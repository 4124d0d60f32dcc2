-- Version 2: which labels, prompts and rule each clip's model claims were made from, so that those made from others than
-- the present ones can be found. Null for claims older than this column.
create table vocabulary (
    id     integer primary key,
    digest text not null unique
);
alter table listening add column vocabulary integer references vocabulary;
