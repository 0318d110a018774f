package dev.keyturn.sandbox.s3.form;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.signature.S3ClaimReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file with the fields that come before it. */
public final class UploadForm {
  private static final List<String> SIGNATURE =
      List.of("Policy", "X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Signature");
  private static final Set<String> OF_SIGNATURE =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-signature",
          "x-amz-security-token");
  private static final Set<String> HEADERS =
      Set.of(
          "cache-control",
          "content-type",
          "content-disposition",
          "content-encoding",
          "content-language",
          "expires");

  private final Map<String, String> fields;
  private final byte[] file;

  private UploadForm(Map<String, String> fields, byte[] file) {
    this.fields = fields;
    this.file = file;
  }

  /**
   * The form in the body of a request.
   *
   * @throws AwsError PreconditionFailed, MalformedPOSTRequest, InvalidArgument
   */
  public static UploadForm of(Request request) {
    MultipartForm form = MultipartForm.of(request);
    byte[] file = form.file();
    if (file == null) {
      throw argument("file", "0", "POST requires exactly one file upload per request.");
    }
    if (!form.fields().containsKey("key")) {
      throw missing("key");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    String fileName = form.fileName();
    form.fields()
        .forEach((name, value) ->
            fields.put(name, fileName == null ? value : value.replace("${filename}", fileName)));
    if (fields.getOrDefault("key", "").isEmpty()) {
      throw argument("key", "", "User key must have a length greater than 0.");
    }
    return new UploadForm(fields, file);
  }

  /** The fields by lower-case name, {@code ${filename}} replaced where the file has a name. */
  public Map<String, String> fields() {
    return fields;
  }

  /** The content of the file itself; not to be changed. */
  public byte[] file() {
    return file;
  }

  public String key() {
    return fields.getOrDefault("key", "");
  }

  /**
   * The policy in Base64, which is what is signed.
   *
   * @throws AwsError AccessDenied for a form that nobody signed, InvalidArgument for a part of a
   *     signature
   */
  public String policy() {
    if (fields.containsKey("signature") || fields.containsKey("awsaccesskeyid")) {
      throw S3ClaimReader.notSupported();
    }
    if (fields.keySet().stream().noneMatch(OF_SIGNATURE::contains)) {
      throw S3Error.accessDenied();
    }
    for (String name : SIGNATURE) {
      if (!fields.containsKey(name.toLowerCase(Locale.ROOT))) {
        throw missing(name.equals("Policy") ? "policy" : name);
      }
    }
    return fields.getOrDefault("policy", "");
  }

  /**
   * Passes when the form meets all conditions of its policy.
   *
   * @throws AwsError InvalidPolicyDocument, AccessDenied, EntityTooSmall or EntityTooLarge
   */
  public void requirePolicy(String bucket, Instant now) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("bucket", bucket);
    PostPolicy.parse(policy()).require(all, file.length, now);
  }

  /** The headers of the same upload with PutObject. */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    fields.forEach((name, value) -> {
      boolean isExtension = name.startsWith("x-amz-") && !OF_SIGNATURE.contains(name);
      if (name.equals("acl") || name.equals("tagging")) {
        headers.put("x-amz-" + name, value);
      } else if (isExtension || HEADERS.contains(name)) {
        headers.put(name, value);
      }
    });
    return headers;
  }

  /** Where the browser is to go after the upload; null for nowhere. */
  public @Nullable String redirect() {
    String current = fields.get("success_action_redirect");
    String redirect = current == null ? fields.get("redirect") : current;
    return redirect != null && redirect.matches("https?://[^ ]+") ? redirect : null;
  }

  /** The status of a successful upload. */
  public int status() {
    return switch (fields.getOrDefault("success_action_status", "")) {
      case "200" -> 200;
      case "201" -> 201;
      default -> 204;
    };
  }

  private static AwsError missing(String name) {
    return argument(
        name,
        "",
        "Bucket POST must contain a field named '"
            + name
            + "'.  If it is specified, please check the order of the fields.");
  }

  private static AwsError argument(String name, String value, String text) {
    return new AwsError(
        400, "InvalidArgument", text, Map.of("ArgumentName", name, "ArgumentValue", value));
  }
}
