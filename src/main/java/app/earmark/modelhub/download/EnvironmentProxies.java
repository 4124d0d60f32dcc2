package app.earmark.modelhub.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Java's own proxy settings (system properties) where there are any, otherwise {@code HTTPS_PROXY}, {@code HTTP_PROXY},
 * {@code ALL_PROXY} and {@code NO_PROXY}, in capitals or not, as curl reads them.
 */
public final class EnvironmentProxies extends ProxySelector {

    private static final List<String> PROPERTIES =
            List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");

    private final Map<String, String> variables;

    public EnvironmentProxies(Map<String, String> variables) {
        this.variables = variables;
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (usesJavaSettings()) {
            return ProxySelector.getDefault().select(uri);
        }
        Optional<URI> proxy = proxyOf(uri);
        if (proxy.isEmpty() || bypasses(uri)) {
            return List.of(Proxy.NO_PROXY);
        }
        int port = proxy.get().getPort() < 0 ? 80 : proxy.get().getPort();
        return List.of(new Proxy(
                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.get().getHost(), port)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request itself fails too, and is reported there.
    }

    /**
     * What to tell the proxy on the way to an address, where its variable holds {@code user:password@}: the value of
     * {@code Proxy-Authorization}.
     */
    Optional<String> login(URI uri) {
        if (usesJavaSettings() || bypasses(uri)) {
            return Optional.empty();
        }
        return proxyOf(uri)
                .map(URI::getUserInfo)
                .map(info -> "Basic " + Base64.getEncoder().encodeToString(info.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean usesJavaSettings() {
        return PROPERTIES.stream().anyMatch(name -> System.getProperty(name) != null);
    }

    private Optional<URI> proxyOf(URI uri) {
        return variable(uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy")
                .or(() -> variable("all_proxy"))
                .flatMap(EnvironmentProxies::address);
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.contains("://") ? text : "http://" + text);
            return Optional.of(uri).filter(u -> u.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean bypasses(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        for (String entry :
                variable("no_proxy").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            String name = entry.replaceFirst("^\\*?\\.", "");
            boolean samePort = !name.matches("[^:]+:\\d+") || name.endsWith(":" + uri.getPort());
            String bare = name.replaceFirst("^([^:]+):\\d+$", "$1");
            if (entry.equals("*") || !bare.isEmpty() && samePort && (host.equals(bare) || host.endsWith("." + bare))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .or(() -> Optional.ofNullable(variables.get(name.toUpperCase(Locale.ROOT))))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
