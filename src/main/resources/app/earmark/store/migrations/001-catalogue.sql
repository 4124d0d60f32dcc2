-- Version 1 of the catalogue.

create table library (
    id     integer primary key,
    root   text    not null unique,
    name   text    not null,
    absent integer not null default 0
);

-- autoincrement: the id of a forgotten clip never names another one
create table clip (
    id               integer primary key autoincrement,
    library          integer not null references library on delete cascade,
    path             text    not null unique,
    size_bytes       integer not null,
    modified_millis  integer not null,
    content_hash     text,
    format           text,
    codec            text,
    duration_seconds real,
    sample_rate_hz   integer,
    channels         integer,
    bit_depth        integer,
    state            text    not null default 'LISTED',
    offline          integer not null default 0,
    probe_due        integer not null default 1,
    failure_code     text,
    failure_message  text,
    failed_at        integer,
    -- of the strongest tag that is a CatID; follows clip_tag
    category         text
);
create index clip_by_library on clip (library, path);
create index clip_by_category on clip (category);
create index clip_by_format on clip (format);
create index clip_failed on clip (failed_at) where state = 'FAILED';
create index clip_to_probe on clip (library) where probe_due = 1;

create table pack (
    id   integer primary key,
    name text not null unique
);

-- which packs a clip was listened to with; the latest one's claims count
create table listening (
    clip integer not null references clip on delete cascade,
    pack integer not null references pack,
    turn integer not null,
    primary key (clip, pack)
) without rowid;

-- what each source says about each label; pack is 0 except for the model
create table tag_claim (
    clip      integer not null references clip on delete cascade,
    source    text    not null,
    pack      integer not null default 0,
    label_key text    not null,
    label     text    not null,
    score     real,
    asserted  integer not null,
    primary key (clip, source, pack, label_key)
) without rowid;

-- what follows from tag_claim after precedence; written in the same transaction
create table clip_tag (
    clip      integer not null references clip on delete cascade,
    label_key text    not null,
    label     text    not null,
    source    text    not null,
    category  text,
    primary key (clip, label_key)
) without rowid;
create index clip_tag_by_label on clip_tag (label_key, source);
create index clip_tag_by_category on clip_tag (category, source);

create table own_label (
    label_key text primary key,
    label     text not null
) without rowid;
create table own_label_prompt (
    label_key text    not null references own_label on delete cascade,
    position  integer not null,
    prompt    text    not null,
    primary key (label_key, position)
) without rowid;

create table clip_field (
    clip  integer not null references clip on delete cascade,
    field text    not null,
    value text    not null,
    primary key (clip, field)
) without rowid;

create table counter (
    name  text primary key,
    value integer not null
) without rowid;
insert into counter (name, value) values ('revision', 0), ('embedding', 0), ('turn', 0);

-- little-endian float32; acoustic is null where the pack has one space.
-- version is drawn from counter 'embedding', so an index in memory reads only what is new to it
create table embedding (
    version  integer primary key,
    clip     integer not null references clip on delete cascade,
    pack     integer not null references pack,
    joint    blob    not null,
    acoustic blob,
    unique (clip, pack)
);
create table embedding_removed (
    version integer primary key,
    clip    integer not null,
    pack    integer not null
);
create trigger embedding_goes after delete on embedding begin
    update counter set value = value + 1 where name = 'embedding';
    insert into embedding_removed (version, clip, pack)
        select value, old.clip, old.pack from counter where name = 'embedding';
end;

create table thumbnail (
    clip    integer primary key references clip on delete cascade,
    min_max blob not null
);
create table player_peaks (
    clip    integer primary key references clip on delete cascade,
    min_max blob not null
);

-- The words of a clip, folded and separated by single blanks (see KeywordText), and two indexes over them:
-- whole words and their beginnings, ranked; and any three letters, which only proposes candidates.
create table clip_text (
    clip   integer primary key references clip on delete cascade,
    name   text not null,
    tags   text not null,
    fields text not null,
    path   text not null
);
create virtual table clip_word using fts5 (
    name, tags, fields, path,
    content = 'clip_text', content_rowid = 'clip', tokenize = 'ascii', prefix = '2 3'
);
insert into clip_word (clip_word, rank) values ('rank', 'bm25(10.0, 5.0, 2.0, 1.0)');
create virtual table clip_part using fts5 (
    name, tags, fields, path,
    content = 'clip_text', content_rowid = 'clip', tokenize = 'trigram', detail = 'none', columnsize = 0
);
create trigger clip_text_comes after insert on clip_text begin
    insert into clip_word (rowid, name, tags, fields, path)
        values (new.clip, new.name, new.tags, new.fields, new.path);
    insert into clip_part (rowid, name, tags, fields, path)
        values (new.clip, new.name, new.tags, new.fields, new.path);
end;
create trigger clip_text_goes after delete on clip_text begin
    insert into clip_word (clip_word, rowid, name, tags, fields, path)
        values ('delete', old.clip, old.name, old.tags, old.fields, old.path);
    insert into clip_part (clip_part, rowid, name, tags, fields, path)
        values ('delete', old.clip, old.name, old.tags, old.fields, old.path);
end;
create trigger clip_text_changes after update on clip_text begin
    insert into clip_word (clip_word, rowid, name, tags, fields, path)
        values ('delete', old.clip, old.name, old.tags, old.fields, old.path);
    insert into clip_part (clip_part, rowid, name, tags, fields, path)
        values ('delete', old.clip, old.name, old.tags, old.fields, old.path);
    insert into clip_word (rowid, name, tags, fields, path)
        values (new.clip, new.name, new.tags, new.fields, new.path);
    insert into clip_part (rowid, name, tags, fields, path)
        values (new.clip, new.name, new.tags, new.fields, new.path);
end;
