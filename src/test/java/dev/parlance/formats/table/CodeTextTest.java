package dev.parlance.formats.table;

import static dev.parlance.formats.table.TableFiles.TEXT;
import static dev.parlance.formats.table.TableFiles.file;
import static dev.parlance.formats.table.TableFiles.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.formats.FileFault;
import dev.parlance.formats.FileFormatException;
import dev.parlance.formats.SourceFile;
import dev.parlance.formats.folder.FolderFormat;
import dev.parlance.formats.table.text.ErrorMessageFileFormat;
import dev.parlance.locales.LocaleTag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class CodeTextTest {

    @Test
    void readsTheSourceOfTheShippedCatalog() throws IOException {
        var source = new SourceFile("error-codes.txt", Files.readAllBytes(Path.of("src/test/resources/exchange-source.txt")));
        var catalog = new FolderFormat().read(name -> bytes(Path.of("translations/exchange", name)));
        var texts = catalog.texts().get(LocaleTag.parse("en"));
        var expected = new ArrayList<String>();
        catalog.messages().forEach(it -> expected.add(String.join("|", it.key(), it.code(), "-", Integer.toString(it.httpStatus()),
                texts.get(it.key()).message(), texts.get(it.key()).description())));

        var content = TEXT.read(source);

        assertThat(TEXT.recognise(source)).isGreaterThan(0.9);
        assertThat(content.issues()).isEmpty();
        assertThat(lines(content)).hasSize(164).isEqualTo(expected);
    }

    @Test
    void findsTheEndOfMessages() {
        var content = TEXT.read(file("codes.txt", """
                Error codes
                CodeStatusMessageDescription
                10001404User not foundThe user ID is unknown. Check userId
                10002 400Invalid sortKeyInvalid key. See
                the list of keys
                10003400Wrong stateWrong state
                10004500Only a message
                100054042FA is requiredThe account needs it
                """));
        assertThat(lines(content)).containsExactly(
                "10001|10001|-|404|User not found|The user ID is unknown. Check userId",
                "10002|10002|-|400|Invalid sortKey|Invalid key. See\nthe list of keys",
                "10003|10003|-|400|Wrong state|Wrong state",
                "10004|10004|-|500|Only a message|-",
                "10005|10005|-|404|2FA is required|The account needs it");
    }

    @Test
    void suffixesRepeatedCodesAndSkipsUsedKeys() {
        var content = TableFiles.CSV.read(file("codes.csv", """
                code,message
                E1,First message
                E1,Second message
                E1,First message
                E1-2,Message of another code
                E1,Third message
                """));
        assertThat(lines(content)).containsExactly("E1|E1|-|-|First message|-", "E1-3|E1|-|-|Second message|-",
                "E1-2|E1-2|-|-|Message of another code|-", "E1-4|E1|-|-|Third message|-");
    }

    @Test
    void rejectsTextWithoutCodes() {
        var fault = Assertions.catchThrowableOfType(FileFormatException.class, () -> TEXT.read(file("a.txt", "No codes\nhere")));
        assertThat(fault.fault()).isEqualTo(FileFault.NO_MESSAGES);
    }

    @Test
    void readsErrorMessageFiles() {
        var file = file("errmsg-utf8.txt", """
                # A comment
                languages english=eng, german=ger, klingon=tlh;
                default-language eng
                start-error-number 1000
                ER_DISK_FULL 53100 HY000
                        eng "Disk full (%s)"
                        ger "Festplatte \\"voll\\" (%s)"  # a note
                ER_UNUSED
                start-error-number 2000
                ER_LATER
                        eng "Later"
                        tlh "nuqneH"
                """);
        var reader = new ErrorMessageFileFormat();
        var content = reader.read(file);
        assertThat(reader.recognise(file)).isGreaterThan(0.9);
        assertThat(content.sourceLocale()).contains(LocaleTag.parse("en"));
        assertThat(lines(content)).containsExactly("ER_DISK_FULL|1000|ER_DISK_FULL|-|Disk full (%s)|-", "ER_LATER|2000|ER_LATER|-|Later|-");
        assertThat(TableFiles.text(content.entries().get(0).texts().get(1))).isEqualTo("Festplatte \"voll\" (%s)");
        assertThat(content.entries().get(0).details().tags()).containsExactly("53100");
        assertThat(TableFiles.issues(content)).containsExactly("invalid-locale 2 klingon", "empty 8 ER_UNUSED",
                "invalid-locale 12 ER_LATER");
    }

    @Test
    void readsConversionsOfServerMessages() {
        var file = TableFiles.file("errmsg-utf8.txt", """
                languages english=eng latin1;
                default-language eng
                start-error-number 1000
                ER_VALUE
                        eng "Column %`s of %-.64T, 100%% %%M: %M, %.*s %d"
                """);
        assertThat(lines(new ErrorMessageFileFormat().read(file))).containsExactly(
                "ER_VALUE|1000|ER_VALUE|-|Column `%s` of %-.64s, 100%% %%M: %s, %.*s %d|-");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
