package dev.keyturn.adapter.aws.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Policy documents in the answers of IAM. */
final class Documents {

  private Documents() {}

  /** IAM answers in the encoding of RFC 3986, in which a plus sign is itself. */
  static String decoded(String document) {
    return URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
