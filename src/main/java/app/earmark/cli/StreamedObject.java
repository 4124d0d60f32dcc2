package app.earmark.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/**
 * The one object on standard output while it is written piece by piece. What ends the command early is told inside it,
 * since a second object must not follow.
 */
final class StreamedObject {

    private final Console console;
    private final JsonWriter json;

    StreamedObject(Console console) throws IOException {
        this.console = console;
        json = Json.stream(console);
        json.beginObject();
    }

    JsonWriter json() {
        return json;
    }

    void end() throws IOException {
        json.endObject().flush();
        console.out().println();
        console.out().flush();
    }

    void endWith(Failures.Problem error) throws IOException {
        json.name("error");
        Json.write(error, json);
        end();
    }
}
