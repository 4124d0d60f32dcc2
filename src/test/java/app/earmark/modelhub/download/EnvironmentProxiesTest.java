package app.earmark.modelhub.download;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.testing.LocalHub;
import com.sun.net.httpserver.HttpServer;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {

    private static String chosen(Map<String, String> variables, String uri) {
        Proxy proxy = new EnvironmentProxies(variables).select(URI.create(uri)).get(0);
        return proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : ((InetSocketAddress) proxy.address()).getHostString() + ":"
                        + ((InetSocketAddress) proxy.address()).getPort();
    }

    @Test
    void eachSchemeHasItsOwnProxyInCapitalsOrNot() {
        Map<String, String> both = Map.of("HTTPS_PROXY", "http://secure:3128/", "http_proxy", "plain:8080");

        assertThat(chosen(both, "https://huggingface.co/x")).isEqualTo("secure:3128");
        assertThat(chosen(both, "http://mirror.example/x")).isEqualTo("plain:8080");
        assertThat(chosen(Map.of("all_proxy", "http://any"), "https://huggingface.co/"))
                .isEqualTo("any:80");
        assertThat(chosen(Map.of(), "https://huggingface.co/")).isEqualTo("direct");
        assertThat(chosen(Map.of("HTTPS_PROXY", " "), "https://huggingface.co/"))
                .isEqualTo("direct");
    }

    @ParameterizedTest
    @CsvSource({
        "'*', https://huggingface.co/, direct",
        "huggingface.co, https://huggingface.co/, direct",
        "'localhost, .co', https://huggingface.co/, direct",
        "face.co, https://huggingface.co/, p:1",
        "huggingface.co, https://cdn-lfs.huggingface.co/x, direct",
        "*.huggingface.co, https://cdn-lfs.huggingface.co/x, direct",
        "huggingface.co:8443, https://huggingface.co/, p:1",
        "huggingface.co:8443, https://huggingface.co:8443/, direct",
        "'', https://huggingface.co/, p:1"
    })
    void noProxyNamesHostsThatAreReachedDirectly(String noProxy, String uri, String expected) {
        assertThat(chosen(Map.of("https_proxy", "http://p:1", "NO_PROXY", noProxy), uri))
                .isEqualTo(expected);
    }

    @Test
    void aDownloadGoesThroughTheProxyWhichIsToldItsPassword(@TempDir Path folder) throws Exception {
        List<String> through = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        proxy.createContext("/", exchange -> {
            try (exchange) {
                URI uri = exchange.getRequestURI();
                through.add(uri.getHost() + " " + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
                HttpURLConnection onward = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
                onward.setInstanceFollowRedirects(false);
                onward.setRequestMethod(exchange.getRequestMethod());
                int status = onward.getResponseCode();
                for (String name : List.of("X-Repo-Commit", "X-Linked-Etag", "X-Linked-Size", "Location", "ETag")) {
                    if (onward.getHeaderField(name) != null) {
                        exchange.getResponseHeaders().set(name, onward.getHeaderField(name));
                    }
                }
                byte[] body = status == 200 ? onward.getInputStream().readAllBytes() : new byte[0];
                if (body.length == 0) {
                    exchange.sendResponseHeaders(status, -1);
                } else {
                    LocalHub.send(exchange, status, body);
                }
            }
        });
        proxy.start();
        try (HubBench bench = new HubBench(folder)) {
            bench.proxies = new EnvironmentProxies(Map.of(
                    "http_proxy",
                    "http://me:pass@127.0.0.1:" + proxy.getAddress().getPort()));

            assertThat(bench.fetch(HubBench.weights()).files().get("onnx/audio_model.onnx"))
                    .hasBinaryContent(HubBench.WEIGHTS);
        } finally {
            proxy.stop(0);
        }
        assertThat(through)
                .containsExactly(
                        "127.0.0.1 Basic bWU6cGFzcw==", "127.0.0.1 Basic bWU6cGFzcw==", "localhost Basic bWU6cGFzcw==");
    }
}
