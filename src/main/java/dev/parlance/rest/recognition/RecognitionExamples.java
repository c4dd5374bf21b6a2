package dev.parlance.rest.recognition;

/** Example requests and responses of the OpenAPI document. {@code RecognitionApiTest} compares them with real responses. */
final class RecognitionExamples {
    static final String RESOLVE_REQUEST = """
            {
              "text": "Illegal parameter 'symbol'",
              "locale": "ja"
            }""";

    static final String RESOLVE_RESPONSE = """
            {}""";

    static final String LOCALIZE_REQUEST = """
            {
              "code": "0001",
              "msg": "Incorrect signature"
            }""";

    static final String LOCALIZE_RESPONSE = """
            {}""";

    private RecognitionExamples() {
    }
}
