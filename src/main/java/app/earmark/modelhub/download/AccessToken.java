package app.earmark.modelhub.download;

/** Proves to the hub who is asking. Its value goes into one header and never into a message or log. */
public record AccessToken(String value) {

    @Override
    public String toString() {
        return "an access token";
    }
}
