package dev.keyturn.sandbox.http;

/** Pages for a browser. */
public final class Html {
  public static final String TYPE = "text/html; charset=utf-8";

  private Html() {}

  /** A page with this content, HTML itself. */
  public static String page(String title, String content) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>%1$s</title></head>
    <body>
    <h1>%1$s</h1>
    %2$s</body>
    </html>
    """
        .formatted(title, content);
  }

  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
