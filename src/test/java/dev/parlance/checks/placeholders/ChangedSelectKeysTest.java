package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;

public class ChangedSelectKeysTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ChangedSelectKeys();
    }

    @Override
    protected String table() {
        return """
                de | {g, select, male{He} female{She} other{They}} | {g, select, male{Er} female{Sie} other{Es}} |
                ru | {g, select, male{He} other{They}} | {g, select, other{Они} male{Он}} |
                ar | {g, select, male{He} other{They}} | {g, select, male{هو} other{هم}} |
                ja | {g, select, male{He} other{They}} | {g}さん |
                hi | {n, plural, one{#} other{#}} | {n, plural, one{#} other{#}} |
                fr | {g} sent it | {g, select, male{Il} other{On}} |
                de | {g, select, male{a} other{b}} {g, select, female{c} other{d}} | {g, select, male{a} other{b}} {g, select, female{c} other{d}} |
                de | {g, select, male{He} female{She} other{They}} | {g, select, männlich{Er} weiblich{Sie} other{Es}} | select-key select-key select-key select-key
                ru | {g, select, male{He} other{They}} | {g, select, мужчина{Он} other{Они}} | select-key select-key
                ar | {g, select, male{He} other{They}} | {g, select, other{هم}} | select-key
                ja | {g, select, open{Open} other{Closed}} | {g, select, Open{営業中} other{閉店}} | select-key | {g, select, open{営業中} other{閉店}}
                fr | {g, select, yes{Yes} no{No} other{?}} | {g, select, yes{Oui} no{Non} oui{Oui} other{?}} | select-key
                hi | {n, plural, one{{g, select, a{x} other{y}}} other{z}} | {n, plural, one{{g, select, b{x} other{y}}} other{z}} | select-key select-key
                """;
    }
}
