package dev.parlance.checks.placeholders;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;

public class ForeignPlaceholdersTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ForeignPlaceholders();
    }

    @Override
    protected String table() {
        return """
                de | {s} | Hallo {s} |
                ru | 100% sure | на 100% точно |
                tr | {n}% done | %{n} tamamlandı |
                ar | 50% done | تم 50% |
                ja | Costs ${n, number} | 価格は${n, number} |
                fr | 50% of | 50 % de |
                hi | See %s | %s देखें |
                de | a%20b | a%20b und %d0 |
                de | Hello {name} | Hallo ${name} %s | foreign-placeholder foreign-placeholder
                ru | Hello | Привет, %1$s | foreign-placeholder
                ar | Hello | مرحبا '{{'name'}}' | foreign-placeholder
                ja | Hello | こんにちは%(name)s | foreign-placeholder
                hi | Hello {s} | नमस्ते %{s} | foreign-placeholder
                fr | Hello | Bonjour %name% | foreign-placeholder
                de | Hello | Hallo $t(name) %@ | foreign-placeholder foreign-placeholder
                de | - | Hallo %d | foreign-placeholder
                de | - | Hallo ${s} | foreign-placeholder
                """;
    }
}
