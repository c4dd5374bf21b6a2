package dev.parlance.checks;

import java.util.List;
import java.util.OptionalInt;

class ExceededLengthTest extends CheckTestBase {

    @Override
    protected Check check() {
        return new ExceededLength();
    }

    @Override
    protected CheckInput subject(CheckExample example) {
        return example.input(OptionalInt.of(6), List.of(), List.of());
    }

    @Override
    protected String table() {
        return """
                de | Name          | Gruppe                 |
                ja | Name          | 正式な氏名欄            |
                hi | Name          | क्षि क्षि क्षि             |
                ar | Name          | مُحَمَّدٌ                  |
                ru | Name          | 👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧 |
                en | -             | {n} files              | too-long
                en | -             | {n} at                 |
                de | Name          | Gruppen                | too-long
                ja | Name          | 正式な氏名の欄          | too-long
                ar | Name          | اسم المستخدم            | too-long
                ru | Name          | Названия               | too-long
                """;
    }
}
