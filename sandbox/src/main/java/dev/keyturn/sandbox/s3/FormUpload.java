package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.form.UploadForm;
import dev.keyturn.sandbox.s3.payload.Checksums;
import dev.keyturn.sandbox.s3.payload.Payload.Body;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** PostObject: stores the file of a form, once its signature and policy are known to be right. */
final class FormUpload {
  private FormUpload() {}

  /** The PutObject request that stores the same object. */
  static S3Request wanted(S3Request sent, UploadForm form) {
    return new S3Request(Operation.PutObject, sent.bucket(), form.key(), Map.of());
  }

  static Response perform(S3Call upload, Request request, UploadForm form) {
    String bucket = upload.wanted().bucket();
    Objects.requireKey(form.key());
    KnownHeaders.check(upload);
    Response stored = Objects.put(upload);
    String etag = stored.headers().getOrDefault("ETag", "");
    String result = "bucket=" + bucket + "&key=" + inForm(form.key()) + "&etag=" + inForm(etag);
    String redirect = form.redirect();
    if (redirect != null) {
      String target = redirect + (redirect.contains("?") ? "&" : "?") + result;
      return S3Call.nothing(303).with("ETag", etag).with("Location", target);
    }
    String location = location(request, form);
    Response answer =
        form.status() == 201
            ? Response.of(201, "application/xml", document(location, bucket, form.key(), etag))
            : S3Call.nothing(form.status());
    return Checksums.with(
        answer.with("ETag", etag).with("Location", location), upload.body().checksum());
  }

  private static String document(String location, String bucket, String key, String etag) {
    return Xml.document()
        .open("PostResponse")
        .element("Location", location)
        .element("Bucket", bucket)
        .element("Key", key)
        .element("ETag", etag)
        .close("PostResponse")
        .toString();
  }

  /** The URL of the object below that of the form, with the slashes of the key encoded. */
  private static String location(Request request, UploadForm form) {
    String path = request.path().endsWith("/") ? request.path() : request.path() + "/";
    return (request.secure() ? "https://" : "http://")
        + request.header("Host")
        + path
        + encoded(form.key());
  }

  /** Percent-encoded for a path, including slashes. */
  static String encoded(String text) {
    return inForm(text).replace("+", "%20");
  }

  /** Encoded as a value of a form. */
  private static String inForm(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static Body body(UploadForm form) {
    return Body.of(form.file(), form.headers());
  }
}
