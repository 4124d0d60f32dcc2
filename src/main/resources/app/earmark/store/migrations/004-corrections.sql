-- Version 4: what a person did, so that it can be undone; their own words for fields; taxonomies; what was learnt.

alter table tag_claim add column probability real;
-- a person's words are few beside a model's claims
create index tag_claim_of_person on tag_claim (label_key, clip) where source = 'person';

-- The journal. Undoing goes back one edit at a time; a new edit deletes those undone. kind: catalogue, rename, metadata.
create table edit (
    number    integer primary key autoincrement,
    at_millis integer not null,
    kind      text    not null,
    title     text    not null,
    clips     integer not null,
    undone    integer not null default 0
);
-- What a person said about a label before and after: null for nothing, 1 that it holds, 0 that it does not.
create table edit_claim (
    edit         integer not null references edit on delete cascade,
    clip         integer not null references clip on delete cascade,
    label_key    text    not null,
    label        text    not null,
    label_before text,
    before       integer,
    after        integer,
    primary key (edit, clip, label_key)
) without rowid;
create index edit_claim_by_clip on edit_claim (clip);
create table edit_field (
    edit   integer not null references edit on delete cascade,
    clip   integer not null references clip on delete cascade,
    field  text    not null,
    before text,
    after  text,
    primary key (edit, clip, field)
) without rowid;
create index edit_field_by_clip on edit_field (clip);
-- a taxonomy before and after, as JSON; null where there was or is none
create table edit_taxonomy (
    edit   integer not null references edit on delete cascade,
    name   text    not null,
    before text,
    after  text,
    primary key (edit, name)
) without rowid;
create table edit_file (
    edit        integer not null references edit on delete cascade,
    position    integer not null,
    clip        integer references clip on delete set null,
    path_before text    not null,
    path_after  text    not null,
    backup      text,
    primary key (edit, position)
) without rowid;
create index edit_file_by_clip on edit_file (clip);

-- A person's own text; stands above what clip_field says of the file and its name. Blank: the field holds nothing.
create table own_field (
    clip  integer not null references clip on delete cascade,
    field text    not null,
    value text    not null,
    primary key (clip, field)
) without rowid;

create table taxonomy (
    name      text    primary key,
    active    integer not null default 1,
    threshold real,
    top_k     integer,
    margin    real,
    -- a JSON array of texts
    templates text    not null default '[]'
) without rowid;
insert into taxonomy (name) values ('My labels');
create table taxonomy_label (
    taxonomy  text    not null references taxonomy on delete cascade,
    position  integer not null,
    label_key text    not null,
    label     text    not null,
    parent    text,
    -- a JSON array of texts
    prompts   text    not null default '[]',
    threshold real,
    heard     integer not null default 1,
    primary key (taxonomy, label_key)
) without rowid;
insert into taxonomy_label (taxonomy, position, label_key, label, prompts)
    select 'My labels', row_number() over (order by l.label_key) - 1, l.label_key, l.label,
        (select json_group_array(prompt) from
            (select p.prompt from own_label_prompt p where p.label_key = l.label_key order by p.position))
    from own_label l;
drop table own_label_prompt;
drop table own_label;

-- kind: head, calibration, adapter; subject is a label_key, empty for adapters
create table learned (
    pack        integer not null references pack,
    kind        text    not null,
    subject     text    not null,
    version     integer not null,
    at_millis   integer not null,
    explanation text    not null,
    content     blob    not null,
    primary key (pack, kind, subject, version)
);

-- The labels that tags have, each in every spelling met; none is ever removed. Words of tags are looked for among these few,
-- and clips by their tags, so that a change of ten thousand tags rewrites no index of words.
create table label (
    id        integer primary key,
    label     text not null unique,
    label_key text not null
);
insert into label (label, label_key) select distinct label, label_key from clip_tag;
drop trigger clip_text_comes;
drop trigger clip_text_goes;
drop trigger clip_text_changes;
drop table clip_word;
drop table clip_part;
alter table clip_text drop column tags;
create virtual table clip_word using fts5 (
    name, fields, path,
    content = 'clip_text', content_rowid = 'clip', tokenize = 'ascii', prefix = '2 3'
);
insert into clip_word (clip_word, rank) values ('rank', 'bm25(10.0, 2.0, 1.0)');
create virtual table clip_part using fts5 (
    name, fields, path,
    content = 'clip_text', content_rowid = 'clip', tokenize = 'trigram', detail = 'none', columnsize = 0
);
insert into clip_word (clip_word) values ('rebuild');
insert into clip_part (clip_part) values ('rebuild');
create trigger clip_text_comes after insert on clip_text begin
    insert into clip_word (rowid, name, fields, path) values (new.clip, new.name, new.fields, new.path);
    insert into clip_part (rowid, name, fields, path) values (new.clip, new.name, new.fields, new.path);
end;
create trigger clip_text_goes after delete on clip_text begin
    insert into clip_word (clip_word, rowid, name, fields, path)
        values ('delete', old.clip, old.name, old.fields, old.path);
    insert into clip_part (clip_part, rowid, name, fields, path)
        values ('delete', old.clip, old.name, old.fields, old.path);
end;
create trigger clip_text_changes after update on clip_text begin
    insert into clip_word (clip_word, rowid, name, fields, path)
        values ('delete', old.clip, old.name, old.fields, old.path);
    insert into clip_part (clip_part, rowid, name, fields, path)
        values ('delete', old.clip, old.name, old.fields, old.path);
    insert into clip_word (rowid, name, fields, path) values (new.clip, new.name, new.fields, new.path);
    insert into clip_part (rowid, name, fields, path) values (new.clip, new.name, new.fields, new.path);
end;
