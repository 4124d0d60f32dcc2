package app.earmark.store;

/** A person's own field texts over those of files and names. */
final class OwnFields {

    /** Clip, field and value of everything that counts; one parameter, the clips as a JSON array. */
    static final String VALUES_OF_CLIPS =
            "select clip, field, value from (select f.clip, f.field, f.value from clip_field f"
                    + " where f.clip in (select value from json_each(?1))"
                    + " and not exists (select 1 from own_field o where o.clip = f.clip and o.field = f.field)"
                    + " union all select o.clip, o.field, o.value from own_field o"
                    + " where o.clip in (select value from json_each(?1)) and o.value <> '')";

    private OwnFields() {}
}
