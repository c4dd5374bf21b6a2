package dev.parlance.webhooks;

import dev.parlance.problems.ProblemType;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The settings of the operator: the allowed addresses, and whether requests may be unencrypted.
 *
 * @param plainHttp whether {@code http://} is allowed besides {@code https://}
 */
public record WebhookPolicy(AddressRules addresses, boolean plainHttp) {
    private static final Pattern IP_ADDRESS = Pattern.compile("\\[[0-9a-fA-F:.]+]|OCTET(\\.OCTET){3}"
            .replace("OCTET", "(25[0-5]|2[0-4]\\d|1?\\d?\\d)"));
    private static final int MAX_PORT = 65535;
    private static final String EXAMPLE = "https://example.com/webhooks/parlance";

    /**
     * Validates the URL of a webhook. Names are resolved later, because their addresses may change.
     *
     * @throws dev.parlance.problems.ProblemException {@link ProblemType#INVALID_FIELD}
     */
    public void requireUrl(String pointer, String url) {
        try {
            var uri = new URI(url);
            boolean known = "https".equals(uri.getScheme()) || plainHttp && "http".equals(uri.getScheme());
            if (!known || uri.getHost() == null || uri.getHost().isEmpty() || uri.getRawUserInfo() != null || uri.getRawFragment() != null
                    || uri.getPort() == 0 || uri.getPort() > MAX_PORT || !url.equals(uri.toASCIIString())
                    || isForbiddenAddress(uri.getHost())) {
                throw invalid(pointer);
            }
        } catch (URISyntaxException e) {
            throw invalid(pointer);
        }
    }

    private boolean isForbiddenAddress(String host) {
        if (!IP_ADDRESS.matcher(host).matches()) {
            return false;
        }
        try {
            return !addresses.isAllowed(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    private static RuntimeException invalid(String pointer) {
        return ProblemType.INVALID_FIELD.with(pointer, "value", EXAMPLE);
    }
}
