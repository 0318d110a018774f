package dev.keyturn.cli.adapter.token;

import dev.keyturn.domain.failure.Failure;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The address of a token: a PKCS #11 URI (RFC 7512) without {@code pkcs11:}.
 *
 * <pre>
 * address = "token=" label "?module-path=" path
 * </pre>
 *
 * @param label the token's label
 * @param module the library of its maker
 */
record TokenAddress(String label, String module) {

  private static final String TOKEN = "token";
  private static final String MODULE = "module-path";

  /**
   * Reads {@code address}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage} if it does not name a token
   *     and a library
   */
  static TokenAddress parse(String address) {
    Map<String, String> attributes = new HashMap<>();
    for (String attribute : address.split("[;?&]", -1)) {
      int equals = attribute.indexOf('=');
      String value = equals < 0 ? "" : attribute.substring(equals + 1);
      attributes.put(equals < 0 ? attribute : attribute.substring(0, equals), decoded(value));
    }
    String label = attributes.getOrDefault(TOKEN, "");
    String module = attributes.getOrDefault(MODULE, "");
    boolean odd = !attributes.keySet().equals(Set.of(TOKEN, MODULE));
    if (odd || label.isEmpty() || module.isEmpty()) {
      throw new Failure.Usage(
              "'pkcs11:" + address + "' does not name a token and its library",
              "for example 'pkcs11:token=LABEL?module-path=/usr/lib/softhsm/libsofthsm2.so'")
          .exception();
    }
    return new TokenAddress(label, module);
  }

  /** In a URI a plus sign is a plus sign. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
