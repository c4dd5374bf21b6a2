package dev.parlance.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages, which are checked against the types of their data when the service is built. */
@CheckedTemplate(basePath = "")
final class Templates {
    private Templates() {
    }

    static native TemplateInstance front(FrontPage page);

    static native TemplateInstance catalogs(CatalogListPage page);

    static native TemplateInstance codes(CodeListPage page);

    static native TemplateInstance code(CodePage page);

    static native TemplateInstance problem(ProblemPage page);
}
