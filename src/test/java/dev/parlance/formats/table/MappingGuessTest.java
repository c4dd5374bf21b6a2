package dev.parlance.formats.table;

import static dev.parlance.formats.table.TableFiles.CSV;
import static dev.parlance.formats.table.TableFiles.file;
import static dev.parlance.formats.table.TableFiles.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parlance.locales.LocaleTag;
import dev.parlance.rendering.Argument;
import dev.parlance.rendering.ArgumentType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingGuessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ERROR CODE | HTTP Status Code | ERROR MESSAGE | DESCRIPTION
            Fehlercode | HTTP-Status | Fehlermeldung | Beschreibung
            Código de error | Estado HTTP | Mensaje de error | Descripción
            Code d'erreur | Statut HTTP | Message d'erreur | Explication
            Código de erro | Código de status | Mensagem de erro | Descrição
            Код ошибки | HTTP статус | Сообщение об ошибке | Описание
            Hata Kodu | HTTP DURUMU | Hata Mesajı | Açıklama
            エラーコード | HTTPステータス | エラーメッセージ | 説明
            오류 코드 | HTTP 상태 | 오류 메시지 | 설명
            错误码 | HTTP状态码 | 错误信息 | 说明
            錯誤碼 | HTTP狀態碼 | 錯誤訊息 | 說明
            त्रुटि कोड | HTTP स्थिति | त्रुटि संदेश | विवरण
            رمز الخطأ | حالة HTTP | رسالة الخطأ | الوصف
            errorCode | httpStatus | errorMessage | errorDescription
            """)
    void recognisesHeadingsInManyLanguages(String code, String status, String message, String description) {
        var mapping = CSV.guess(file("codes.csv", String.join(",", code, status, message, description)
                + "\n1001,404,Not found,It was lost.\n"));
        assertThat(mapping.columns()).extracting(ColumnMapping::field).containsExactly(TableField.CODE, TableField.HTTP_STATUS,
                TableField.MESSAGE, TableField.DESCRIPTION);
        assertThat(mapping.columns()).allMatch(it -> it.confidence() > 0.7 && it.confidence() <= 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grpcStatus", "gRPC status", "gRPC Code", "gRPC-Status", "gRPCステータス", "gRPC 상태", "gRPC状态", "Статус gRPC"})
    void recognisesGrpcStatusBesideHttpStatus(String heading) {
        var mapping = CSV.guess(file("codes.csv", "code," + heading + ",status,message\n1001,NOT_FOUND,404,It was lost.\n"));
        assertThat(mapping.columns()).extracting(ColumnMapping::field).containsExactly(TableField.CODE, TableField.GRPC_STATUS,
                TableField.HTTP_STATUS, TableField.MESSAGE);
    }

    @Test
    void recognisesContentWithoutHeadings() {
        var mapping = CSV.guess(file("codes.csv", "E1001,The order was not found.\nE1002,The order was cancelled.\n"));
        assertThat(mapping.columns()).extracting(ColumnMapping::column).containsExactly("#1", "#2");
        mapping = CSV.guess(file("codes.csv", "1001,The order was not found.\n1002,The order was cancelled.\n"));
        assertThat(mapping.columns()).extracting(ColumnMapping::column, ColumnMapping::field).containsExactly(
                tuple("#1", TableField.CODE), tuple("#2", TableField.MESSAGE));
    }

    @Test
    void recognisesLocales() {
        var mapping = CSV.guess(file("texts.csv", """
                id,en,German,pt-BR,message_fr,Text (日本語),description_en,id
                a.one,One thing here,Eine Sache hier,Uma coisa aqui,Une chose,ひとつ,It counts,satu hal di sini
                """));
        assertThat(mapping.columns()).extracting(ColumnMapping::field).containsExactly(TableField.CODE, TableField.MESSAGE,
                TableField.MESSAGE, TableField.MESSAGE, TableField.MESSAGE, TableField.MESSAGE, TableField.DESCRIPTION, TableField.IGNORED);
        assertThat(mapping.columns()).extracting(it -> it.locale().map(LocaleTag::value).orElse("")).containsExactly("", "en", "de",
                "pt-BR",
                "fr", "ja", "en", "");
    }

    @Test
    void recognisesLocalesOfSingleWords() {
        var mapping = CSV.guess(file("texts.csv", "key,en,ru,pt-BR\ncart.add,Add,Купить,Adicionar\ncart.open,Open,,Abrir\n"));
        assertThat(mapping.columns()).extracting(ColumnMapping::field).containsExactly(TableField.KEY, TableField.MESSAGE,
                TableField.MESSAGE, TableField.MESSAGE);
        var words = CSV.guess(file("codes.csv", "code,is,message\n1001,A,The cart is empty\n1002,B,The price has changed\n"));
        assertThat(words.columns()).extracting(ColumnMapping::field).containsExactly(TableField.CODE, TableField.IGNORED,
                TableField.MESSAGE);
    }

    @Test
    void prefersNamesOverRepeatedStatuses() {
        var content = CSV.read(file("errors.csv", """
                name,codes,description
                ABOUT_TOO_LONG,400,The text is too long
                BOT_MISSING,400,Only bots may do this
                CHAT_FORBIDDEN,403,The chat is closed
                CHAT_INVALID,400 406,The chat is invalid
                FLOOD,420,Too many requests at once
                GROUP_EMPTY,400,
                """));
        assertThat(lines(content)).contains("ABOUT_TOO_LONG|ABOUT_TOO_LONG|-|400|The text is too long|-",
                "CHAT_INVALID|CHAT_INVALID|-|-|The chat is invalid|-").hasSize(5);
        assertThat(TableFiles.issues(content)).containsExactly("metadata 5 CHAT_INVALID", "empty 7 GROUP_EMPTY");
    }

    @Test
    void readsWithACorrectedMapping() {
        var mapping = new TableMapping(List.of(new ColumnMapping("A", TableField.KEY, Optional.empty(), 1),
                new ColumnMapping("B", TableField.MESSAGE, Optional.of(LocaleTag.parse("de")), 1),
                new ColumnMapping("C", TableField.ARGUMENTS, Optional.empty(), 1),
                new ColumnMapping("D", TableField.TAGS, Optional.empty(), 1),
                new ColumnMapping("missing", TableField.CODE, Optional.empty(), 1)));
        var content = CSV.read(file("a.csv", "A,B,C,D,E\nk1,Text %s,\"limit:number, name\",x y,note\nk1,Anders,,,\n,Ohne,,,\n"), mapping);
        assertThat(lines(content)).containsExactly("k1|-|-|-|Text %s|-");
        assertThat(content.entries().get(0).details().arguments()).containsExactly(new Argument("limit", ArgumentType.NUMBER, ""),
                new Argument("name", ArgumentType.STRING, ""));
        assertThat(content.entries().get(0).details().tags()).containsExactlyInAnyOrder("x", "y");
        assertThat(content.entries().get(0).texts().get(0).locale()).contains(LocaleTag.parse("de"));
        assertThat(TableFiles.issues(content)).containsExactly("metadata 1 E", "duplicate-key 3 k1", "no-key 4 Ohne");
    }
}
