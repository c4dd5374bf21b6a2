package dev.parlance.rest.administration;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** An OpenID provider on loopback: its configuration and keys, and tokens signed with them. */
public class FakeOpenIdProvider implements QuarkusTestResourceLifecycleManager {
    private static final int KEY_BITS = 2048;
    private static final KeyPair KEYS = generateKeys();
    private static volatile String issuer = "";

    private final HttpServer server = createServer();

    @Override
    public Map<String, String> start() {
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        respond("/.well-known/openid-configuration", "{\"issuer\":\"" + issuer
                + "\",\"jwks_uri\":\"" + issuer + "/keys\",\"authorization_endpoint\":\""
                + issuer + "/authorize\",\"token_endpoint\":\"" + issuer + "/token\"}");
        var key = (RSAPublicKey) KEYS.getPublic();
        respond("/keys", "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"" + encode(key.getModulus())
                + "\",\"e\":\"" + encode(key.getPublicExponent()) + "\"}]}");
        server.start();
        return Map.of("quarkus.oidc.tenant-enabled", "true", "quarkus.oidc.auth-server-url", issuer,
                "quarkus.oidc.credentials.secret", "secret-of-the-tests-only-0123456789", "parlance.oidc.administrator-role", "admins");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** Returns a token for this service with further claims, valid for five minutes. */
    static String token(String headerType, Map<String, ?> claims) {
        var token = Jwt.claims(Map.copyOf(claims)).issuer(issuer).expiresIn(300);
        if (!claims.containsKey("aud")) {
            token.audience("parlance");
        }
        return token.jws().keyId("1").header("typ", headerType).sign(KEYS.getPrivate());
    }

    private void respond(String path, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String encode(BigInteger number) {
        var bytes = number.toByteArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static HttpServer createServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair generateKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
