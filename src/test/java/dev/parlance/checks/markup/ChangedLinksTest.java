package dev.parlance.checks.markup;

import dev.parlance.checks.Check;
import dev.parlance.checks.CheckTestBase;

public class ChangedLinksTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ChangedLinks();
    }

    @Override
    protected String table() {
        return """
                de | <a href="https://e.com/x">x</a> | <a href="https://e.com/x">y</a> |
                ru | <a href='https://e.com/en/x' title="Open">x</a> | <a href='https://e.com/ru/x' title="Открыть">x</a> |
                ja | See https://en.e.org/a. | https://ja.e.org/a を参照 |
                ar | <a href="{s}" target=_blank>x</a> | <a target="_blank" href="{s}">س</a> |
                hi | <img src="a.png" alt="A"> | <img src="a.png" alt="अ"> |
                fr | <span class="k">a</span> | <b class="z">a</b> |
                de | <a href="https://e.com/x">x</a> | <a href="https://other.example/">x</a> | link-changed
                ru | <a href="mailto:me@e.com">x</a> | <a href="mailto:you@e.com">x</a> | link-changed
                ja | See https://e.com/a. | https://f.com/a を参照 | link-changed
                ar | <span class="k">a</span> | <span class="ك">أ</span> | attribute-changed
                fr | <a href="https://e.com/x">x</a> | <a>x</a> | attribute-changed
                hi | <img src="a.png"> | <img src="b.png"> | link-changed
                pl | [x](https://e.com/x) | [x](https://e.pl/x) | link-changed
                zh | <a href="/x" class="k">a</a> | <a href="/x" class="m">甲</a> | attribute-changed
                """;
    }
}
