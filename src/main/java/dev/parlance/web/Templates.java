package dev.parlance.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages. The build checks them against the types of their data. */
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
