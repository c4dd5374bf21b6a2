package dev.parlance.formats.table;

import dev.parlance.locales.LocaleTag;
import dev.parlance.locales.SearchFolding;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that identify fields in headings, in the languages of the shipped catalogs and some others. */
final class HeadingWords {
    private static final SearchFolding FOLDING = new SearchFolding(LocaleTag.parse("en"));
    /** A single lower-case letter, as in {@code gRPC}, is not a word of its own. */
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=\\p{L}\\p{Ll})(?=\\p{Lu})");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}#]+");
    private static final double EXACT = 0.95;
    /** The name of an entry in a map of codes, and an entry that is itself a text. */
    private static final Map<String, Map<TableField, Double>> POINTERS = Map.of("0#", Map.of(TableField.CODE, 0.9, TableField.KEY, 0.8),
            "0", Map.of(TableField.MESSAGE, 0.9));
    private static final Map<String, Set<TableField>> FIELDS = new LinkedHashMap<>();

    static {
        put(TableField.KEY, """
                key, message key, identifier, msgid, string id, resource id, translation key, schlüssel, clave, clé, chave, ключ, anahtar,
                キー, 키, 键, 鍵, 索引键, कुंजी, مفتاح, المفتاح, kunci""");
        put(TableField.CODE, """
                code, codes, error code, error codes, errcode, errno, error number, error no, error, #, number, no, nr, ret code, retcode,
                result code, response code, return code, status value, error id, fehlercode, fehlernummer, kode, kode kesalahan, nummer,
                código, código de error, código de erro, número de error, code d'erreur, code erreur, numéro, код, код ошибки, номер,
                hata kodu, kod, コード, エラーコード, エラー番号, 番号, 코드, 오류 코드, 에러 코드, 오류 번호, 代码, 错误码, 错误代码, 错误编号, 编码, 返回码,
                代碼, 錯誤碼, 錯誤代碼, कोड, त्रुटि कोड, رمز, رمز الخطأ, كود, كود الخطأ""");
        put(TableField.REASON, """
                reason, error reason, name, error name, constant, symbol, symbolic name, enum, mnemonic, error type, exception, error class,
                grund, konstante, fehlername, nombre, motivo, razón, nombre del error, nom, raison, motif, constante, nome, nome do erro,
                имя, причина, название, константа, ad, isim, neden, sabit, 名前, 理由, 定数, エラー名, 이름, 사유, 이유, 상수, 名称, 错误名称, 常量, 原因代码,
                名稱, 錯誤名稱, 常數, नाम, कारण, اسم, الاسم, السبب, nama, alasan""");
        put(TableField.HTTP_STATUS, """
                status, http, http status, http status code, http code, status code, httpstatus, http response code, http response,
                http-status, http-statuscode, statuscode, estado http, estado, código http, código de estado, statut, statut http, code http,
                código de status, статус, http статус, статус http, код http, http код, durum, http durumu, durum kodu, http durum kodu,
                httpステータス, ステータス, httpステータスコード, ステータスコード, http 상태, 상태 코드, http 상태 코드, 상태, 状态码, http状态码, 状态, http 状态码,
                狀態碼, http狀態碼, 狀態, स्थिति, http स्थिति, الحالة, حالة http, رمز الحالة, status http""");
        put(TableField.GRPC_STATUS, """
                grpc, grpc status, grpc code, grpc status code, grpcstatus, rpc status, rpc code, grpc 상태, grpc 状态, grpc状态, grpc狀態,
                grpcステータス, grpc статус, статус grpc, código grpc, statut grpc, grpc durumu, حالة grpc""");
        put(TableField.MESSAGE, """
                message, messages, error, error message, msg, errmsg, text, message text, error text, error string, value, translation, target,
                default message, template, title, meldung, fehlermeldung, nachricht, übersetzung, fehlertext, mensaje, mensaje de error, texto,
                traducción, message d'erreur, texte, traduction, libellé, mensagem, mensagem de erro, tradução, сообщение,
                сообщение об ошибке, текст, текст ошибки, перевод, mesaj, hata mesajı, ileti, metin, çeviri, メッセージ, エラーメッセージ, 文言, 翻訳,
                메시지, 오류 메시지, 에러 메시지, 문구, 번역, 消息, 错误信息, 错误消息, 信息, 提示信息, 提示, 文本, 翻译, 訊息, 錯誤訊息, 翻譯, संदेश, त्रुटि संदेश,
                अनुवाद, رسالة, الرسالة, رسالة الخطأ, نص, النص, ترجمة, pesan, pesan kesalahan, terjemahan""");
        put(TableField.DESCRIPTION, """
                description, error description, details, detail, explanation, meaning, notes, note, comment, comments, remarks, beschreibung,
                erklärung, bedeutung, bemerkung, hinweis, kommentar, descripción, detalle, detalles, explicación, significado, comentario,
                description de l'erreur, détails, explication, signification, commentaire, descrição, detalhes, explicação, comentário,
                описание, описание ошибки, пояснение, значение, комментарий, примечание, açıklama, ayrıntı, anlam, not, yorum, 説明, 詳細, 意味, 備考,
                内容, 설명, 상세, 의미, 비고, 描述, 说明, 错误描述, 详情, 备注, 含义, 說明, 詳情, 備註, 含義, विवरण, अर्थ, व्याख्या, الوصف, وصف, شرح, معنى,
                deskripsi, keterangan, penjelasan""");
        put(TableField.ARGUMENTS, """
                arguments, args, parameters, params, placeholders, variables, argumente, parameter, platzhalter, argumentos, parámetros,
                variables, paramètres, parâmetros, аргументы, параметры, переменные, parametreler, değişkenler, 引数, パラメータ, 변수, 매개변수, 参数,
                变量, 參數, 變數, पैरामीटर, तर्क, معاملات, المعاملات, وسيطات, argumen""");
        put(TableField.TAGS, """
                tags, tag, labels, label, category, group, module, schlagwörter, kategorie, gruppe, etiquetas, categoría, grupo, étiquettes,
                catégorie, groupe, categoria, теги, метки, категория, группа, etiketler, kategori, grup, タグ, カテゴリ, 分類, 태그, 분류, 标签, 分类, 類別,
                標籤, 分類, टैग, श्रेणी, وسوم, تصنيف, الفئة, kategori""");
        put(TableField.IGNORED, """
                source, source text, original, example, examples, solution, solutions, cause, causes, possible cause, action, resolution,
                remedy, how to fix, since, version, severity, link, url, lösung, ursache, maßnahme, solución, causa, solution proposée,
                solução, решение, çözüm, 対処, 対処方法, 해결 방법, 해결책, 解决方案, 解决方法, 原因, 解決方法, समाधान, الحل, solusi""");
    }

    private HeadingWords() {
    }

    private static void put(TableField field, String words) {
        for (var word : words.split(",")) {
            FIELDS.computeIfAbsent(normalize(word), it -> EnumSet.noneOf(TableField.class)).add(field);
        }
    }

    /** Returns whether the whole heading is the name of a field. */
    static boolean isKnown(String heading) {
        return POINTERS.containsKey(heading) || FIELDS.containsKey(normalize(heading));
    }

    /** Returns the confidence for each field that a heading may identify. */
    static Map<TableField, Double> match(String heading) {
        var pointers = POINTERS.get(heading);
        if (pointers != null) {
            return pointers;
        }
        var text = normalize(heading);
        var scores = new EnumMap<TableField, Double>(TableField.class);
        FIELDS.forEach((word, fields) -> {
            if (word.equals(text)) {
                fields.forEach(it -> scores.put(it, EXACT));
            } else if (contains(text, word)) {
                fields.forEach(it -> scores.merge(it, 0.45 + 0.4 * word.length() / text.length(), Math::max));
            }
        });
        return scores;
    }

    /** Chinese and Japanese do not separate words. Words of two letters may be parts of other words. */
    private static boolean contains(String text, String word) {
        boolean separated = word.codePoints().noneMatch(Character::isIdeographic);
        return separated ? word.length() > 2 && (" " + text + " ").contains(" " + word + " ") : text.contains(word);
    }

    /** Returns the words in lower case, separated by blanks. */
    static String normalize(String heading) {
        var words = CAMEL_CASE.matcher(heading).replaceAll(" ");
        return FOLDING.fold(SEPARATORS.matcher(words).replaceAll(" ")).strip();
    }
}
