package dev.parlance.rest.delivery;

/** Example requests and responses of the OpenAPI document. {@code OpenApiTest} compares them with real responses. */
public final class OpenApiExamples {
    public static final String MESSAGES = """
            {
              "messages": [
                {
                  "key": "0001",
                  "code": "0001",
                  "reason": "REQUIRED_FIELD_INVALID",
                  "httpStatus": 400,
                  "grpcStatus": "INVALID_ARGUMENT",
                  "text": "Erforderliches Feld „{field}“ fehlt oder ist ungültig",
                  "description": "Das erforderliche Feld „{field}“ fehlt oder ist ungültig. Beispiel: Das erforderliche Feld „quantity“ fehlt oder ist ungültig.",
                  "syntax": "icu",
                  "locale": "de",
                  "arguments": [
                    {
                      "name": "field",
                      "type": "string",
                      "example": "quantity"
                    }
                  ],
                  "tags": [
                    "request"
                  ]
                },
                {
                  "key": "0001-2",
                  "code": "0001",
                  "reason": "INCORRECT_SIGNATURE",
                  "httpStatus": 400,
                  "grpcStatus": "INVALID_ARGUMENT",
                  "text": "Falsche Signatur",
                  "description": "Der Server konnte die Signatur Ihrer Anfrage nicht validieren. Bitte prüfen Sie, ob Ihre Anfrage korrekt signiert ist.",
                  "syntax": "icu",
                  "locale": "de",
                  "arguments": [],
                  "tags": [
                    "access"
                  ]
                }
              ]
            }""";

    public static final String RENDERED_MESSAGE = """
            {
              "key": "-1015",
              "code": "-1015",
              "reason": "TOO_MANY_NEW_ORDERS",
              "httpStatus": 400,
              "grpcStatus": "INVALID_ARGUMENT",
              "text": "新規注文が多すぎます。現在の上限は10sあたり5件です",
              "description": "レート制限に達しました。リクエストの頻度を下げてください。\\n新規注文が多すぎます。",
              "locale": "ja",
              "requestedLocale": "ja",
              "fallback": false,
              "arguments": {
                "limit": "5",
                "interval": "10s"
              },
              "missingArguments": [],
              "unexpectedArguments": [],
              "invalidArguments": [],
              "release": 1,
              "sameCode": []
            }""";

    public static final String RENDER_REQUEST = """
            {
              "locale": "de",
              "messages": [
                {
                  "key": "-1015",
                  "args": [
                    "5",
                    "10s"
                  ]
                },
                {
                  "code": "0001",
                  "args": {
                    "field": "quantity"
                  }
                }
              ]
            }""";

    public static final String RENDER_RESPONSE = """
            {
              "locale": "de",
              "release": 1,
              "messages": [
                {
                  "key": "-1015",
                  "code": "-1015",
                  "reason": "TOO_MANY_NEW_ORDERS",
                  "httpStatus": 400,
                  "grpcStatus": "INVALID_ARGUMENT",
                  "text": "Zu viele neue Orders, das aktuelle Limit liegt bei 5 Orders pro 10s",
                  "description": "Das Anfragelimit ist erreicht. Bitte senden Sie Ihre Anfragen in größeren Abständen.\\nZu viele neue Orders.",
                  "locale": "de",
                  "requestedLocale": "de",
                  "fallback": false,
                  "arguments": {
                    "limit": "5",
                    "interval": "10s"
                  },
                  "missingArguments": [],
                  "unexpectedArguments": [],
                  "invalidArguments": [],
                  "release": 1,
                  "sameCode": []
                },
                {
                  "key": "0001",
                  "code": "0001",
                  "reason": "REQUIRED_FIELD_INVALID",
                  "httpStatus": 400,
                  "grpcStatus": "INVALID_ARGUMENT",
                  "text": "Erforderliches Feld „quantity“ fehlt oder ist ungültig",
                  "description": "Das erforderliche Feld „quantity“ fehlt oder ist ungültig. Beispiel: Das erforderliche Feld „quantity“ fehlt oder ist ungültig.",
                  "locale": "de",
                  "requestedLocale": "de",
                  "fallback": false,
                  "arguments": {
                    "field": "quantity"
                  },
                  "missingArguments": [],
                  "unexpectedArguments": [],
                  "invalidArguments": [],
                  "release": 1,
                  "sameCode": [
                    "0001-2"
                  ]
                }
              ]
            }""";

    public static final String CODE = """
            {
              "catalog": "parlance",
              "key": "invalid-locale",
              "code": "invalid-locale",
              "reason": "INVALID_LOCALE",
              "httpStatus": 400,
              "grpcStatus": "INVALID_ARGUMENT",
              "text": "Invalid locale",
              "description": "{locale, select, none{A locale is required.} other{“{locale}” is not a valid BCP 47 language tag.}} Examples: en, pt-BR, zh-Hant.",
              "syntax": "icu",
              "locale": "en",
              "arguments": [
                {
                  "name": "locale",
                  "type": "string",
                  "example": "xx_YY!"
                }
              ],
              "tags": [
                "request"
              ],
              "locales": [
                "ar",
                "de",
                "en",
                "es",
                "fr",
                "hi",
                "ja",
                "ko",
                "pt-BR",
                "ru",
                "tr",
                "zh-Hans",
                "zh-Hant"
              ],
              "sameCode": [],
              "release": 1
            }""";

    public static final String PREVIEW_REQUEST = """
            {
              "locale": "ru",
              "syntax": "icu",
              "text": "{n, plural, one{# ордер} few{# ордера} many{# ордеров} other{# ордера}} {period}",
              "samples": [
                {
                  "n": 1,
                  "period": "10s"
                },
                {
                  "n": 5
                }
              ]
            }""";

    public static final String PREVIEW_RESPONSE = """
            {
              "locale": "ru",
              "pattern": "{n, plural, one{# ордер} few{# ордера} many{# ордеров} other{# ордера}} {period}",
              "arguments": [
                {
                  "name": "n",
                  "type": "number",
                  "example": ""
                },
                {
                  "name": "period",
                  "type": "string",
                  "example": ""
                }
              ],
              "samples": [
                {
                  "text": "1 ордер 10s",
                  "missingArguments": [],
                  "unexpectedArguments": [],
                  "invalidArguments": []
                },
                {
                  "text": "5 ордеров {period}",
                  "missingArguments": [
                    "period"
                  ],
                  "unexpectedArguments": [],
                  "invalidArguments": []
                }
              ]
            }""";

    private OpenApiExamples() {
    }
}
