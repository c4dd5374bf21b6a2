package dev.parlance.rest.recognition;

/** Example requests and responses of the OpenAPI document. {@code RecognitionApiTest} compares them with real responses. */
final class RecognitionExamples {
    static final String RESOLVE_REQUEST = """
            {
              "text": "Illegal parameter 'symbol'",
              "locale": "de"
            }""";

    static final String RESOLVE_RESPONSE = """
            {
              "candidates": [
                {
                  "catalog": "exchange",
                  "key": "-1130",
                  "code": "-1130",
                  "reason": "ILLEGAL_PARAMETER",
                  "httpStatus": 400,
                  "grpcStatus": "INVALID_ARGUMENT",
                  "match": "text",
                  "exact": true,
                  "recognisedLocale": "en",
                  "start": 0,
                  "end": 26,
                  "arguments": {
                    "parameter": "symbol"
                  },
                  "text": "Unzulässiger Parameter „symbol“",
                  "locale": "de",
                  "missingArguments": []
                }
              ]
            }""";

    static final String LOCALIZE_REQUEST = """
            {
              "code": "0001",
              "msg": "Incorrect signature"
            }""";

    static final String LOCALIZE_RESPONSE = """
            {
              "code": "0001",
              "msg": "Falsche Signatur"
            }""";

    private RecognitionExamples() {
    }
}
