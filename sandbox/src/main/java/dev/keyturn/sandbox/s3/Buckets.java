package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.bucket.Bucket;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Buckets themselves. */
final class Buckets {

  /** The form of a name; the other rules are in {@link #isName}. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  private Buckets() {}

  static Response list(S3Call s3) {
    Account account = s3.call().caller().account();
    s3.authorizeOnAll("s3:ListAllMyBuckets");
    Xml xml =
        Xml.document()
            .open("ListAllMyBucketsResult", S3Call.NAMESPACE)
            .open("Owner")
            .element("ID", account.id())
            .close("Owner")
            .open("Buckets");
    for (Bucket bucket : account.buckets()) {
      xml.open("Bucket")
          .element("Name", bucket.name())
          .element("CreationDate", bucket.createDate())
          .close("Bucket");
    }
    return S3Call.xml(xml.close("Buckets").close("ListAllMyBucketsResult"));
  }

  static Response head(S3Call s3) {
    Bucket bucket = s3.bucket("s3:ListBucket");
    String location = bucket.location();
    return S3Call.nothing(200)
        .with("x-amz-bucket-region", location == null ? s3.call().region() : location);
  }

  static Response location(S3Call s3) {
    Bucket bucket = s3.bucket("s3:GetBucketLocation");
    String location = bucket.location();
    return S3Call.xml(
        Xml.document()
            .open("LocationConstraint", S3Call.NAMESPACE)
            .text(location == null ? "" : location)
            .close("LocationConstraint"));
  }

  /** Made anew, a bucket of one's own stays as it is, as in us-east-1. */
  static Response create(S3Call s3) {
    String name = s3.wanted().bucket();
    if (!isName(name)) {
      throw new AwsError(400, "InvalidBucketName", "The specified bucket is not valid.");
    }
    String location = locationConstraint(s3);
    Account account = s3.call().caller().account();
    Account owner = s3.call().state().owner(name);
    if (owner == null || owner != account) {
      s3.authorizeNew("s3:CreateBucket");
    } else {
      s3.bucket("s3:CreateBucket");
    }
    if (owner == null) {
      account.add(new Bucket(name, s3.call().now(), location));
    } else if (owner != account) {
      throw new AwsError(
          409,
          "BucketAlreadyExists",
          "The requested bucket name is not available. The bucket namespace is shared by all users"
              + " of the system. Please select a different name and try again.");
    }
    return S3Call.nothing(200).with("Location", "/" + name);
  }

  private static @Nullable String locationConstraint(S3Call s3) {
    if (s3.body().bytes().length == 0) {
      return null;
    }
    String location =
        XmlBody.parse(s3.body().bytes(), "CreateBucketConfiguration").text("LocationConstraint");
    if (location != null && !location.equals(s3.call().region())) {
      throw new AwsError(
          400,
          "IllegalLocationConstraintException",
          "The "
              + location
              + " location constraint is incompatible for the region specific endpoint this request"
              + " was sent to.");
    }
    return location;
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches()
        && !name.contains("..")
        && !ADDRESS.matcher(name).matches()
        && !name.startsWith("xn--")
        && !name.endsWith("-s3alias");
  }

  static Response delete(S3Call s3) {
    Bucket bucket = s3.bucket("s3:DeleteBucket");
    Account owner = s3.call().state().owner(bucket.name());
    if (!bucket.objects().isEmpty()) {
      throw new AwsError(409, "BucketNotEmpty", "The bucket you tried to delete is not empty");
    }
    if (owner != null) {
      owner.remove(bucket);
    }
    return S3Call.nothing(204);
  }
}
