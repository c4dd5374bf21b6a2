package dev.parlance.rest;

/** Answers shown in the OpenAPI document. {@code OpenApiTest} asks for each and compares. */
final class Examples {
    static final String MESSAGES = "{}";
    static final String RENDERED = "{}";
    static final String RENDER_REQUEST = """
            {"locale":"de","messages":[{"key":"-1015","args":["5","10s"]},{"code":"0001","args":{"field":"quantity"}}]}""";
    static final String RENDER_ANSWER = "{}";

    private Examples() {
    }
}
