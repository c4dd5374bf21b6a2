package dev.parlance.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.security.ProviderIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderTokenTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "JWT; {'typ':'Bearer','scope':'openid','nonce':'n'}; true",
            "at+jwt; {'client_id':'app'}; true",
            "application/at+jwt; {}; true",
            "JWT; {'scp':'read'}; true",
            "; {'cid':'app','scp':['read']}; true",
            "JWT; {'typ':'ID','azp':'parlance'}; false",
            "JWT; {'typ':'ID','scope':'openid'}; false",
            "at+jwt; {'typ':'ID'}; false",
            "JWT; {'typ':'Refresh','scope':'openid'}; false",
            "JWT; {'typ':'Offline','scope':'openid'}; false",
            "JWT; {'scope':'openid','nonce':'n'}; false",
            "JWT; {'client_id':'app','at_hash':'h'}; false",
            "JWT; {'azp':'parlance','aud':'parlance'}; false",
            "JWT; {'typ':7,'scope':'openid'}; false",
            "logout+jwt; {'client_id':'app'}; false",
            "secevent+jwt; {'scope':'openid'}; false"})
    void acceptsAccessTokensOnly(String headerType, String claims, boolean accepted) {
        var header = headerType == null ? "{}" : "{'typ':'" + headerType + "'}";
        assertThat(ProviderToken.parse(encode(header, claims), false).orElseThrow().isAccepted()).isEqualTo(accepted);
    }

    @Test
    void acceptsIdentityTokensOfTheCodeFlow() {
        assertThat(ProviderToken.parse(encode("{}", "{'typ':'ID'}"), true).orElseThrow().isAccepted()).isTrue();
    }

    @Test
    void rejectsOpaqueTokens() {
        for (var token : new String[] {"", "a.b", "a.b.c", "....", "e30.W10.x", "e30.bnVsbA.x", "日本.日本.日本"}) {
            assertThat(ProviderToken.parse(token, false).filter(ProviderToken::isAccepted)).as(token).isEmpty();
        }
    }

    @Test
    void identifiesUserByIssuerAndSubject() {
        assertThat(parse("{'iss':'https://id.example','sub':'花子','exp':1767323045}").identity())
                .contains(new ProviderIdentity("https://id.example", "花子"));
        for (var claims : new String[] {"{}", "{'iss':'i'}", "{'sub':'s'}", "{'iss':'i','sub':''}", "{'iss':'i','sub':7}"}) {
            assertThat(parse(claims).identity()).as(claims).isEmpty();
        }
        assertThat(parse("{'exp':1767323045}").expiresAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(parse("{}").expiresAt()).isEqualTo(Instant.EPOCH);
    }

    private static ProviderToken parse(String claims) {
        return ProviderToken.parse(encode("{}", claims), false).orElseThrow();
    }

    private static String encode(String header, String claims) {
        return encode(header) + "." + encode(claims) + ".c2lnbmF0dXJl";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
