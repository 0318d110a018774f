package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.s3.wire.ListQuery;
import dev.keyturn.sandbox.s3.wire.Regions;
import dev.keyturn.sandbox.s3.wire.S3Error;
import dev.keyturn.sandbox.s3.wire.XmlBody;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.bucket.Bucket;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Buckets themselves. */
final class Buckets {

  /** The form of a name; the other rules are in {@link #isName}. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
  private static final String US_EAST_1 = "us-east-1";
  private static final int MOST_BUCKETS = 10_000;

  private Buckets() {}

  /**
   * A page of the caller's buckets by name.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">S3 API,
   *     ListBuckets</a>
   */
  static Response list(S3Call s3) {
    Account account = s3.call().caller().account();
    s3.authorizeOnAll("s3:ListAllMyBuckets");
    ListQuery query = new ListQuery(s3.wanted().query());
    int most = query.number("max-buckets", MOST_BUCKETS, 1, MOST_BUCKETS);
    List<Bucket> buckets = wanted(account, query);
    List<Bucket> page = buckets.subList(0, Math.min(most, buckets.size()));
    Xml xml =
        Xml.document()
            .open("ListAllMyBucketsResult", S3Call.NAMESPACE)
            .open("Owner")
            .element("ID", account.id())
            .close("Owner")
            .open("Buckets");
    for (Bucket bucket : page) {
      xml.open("Bucket")
          .element("Name", bucket.name())
          .element("CreationDate", bucket.createDate())
          .element("BucketRegion", region(bucket))
          .close("Bucket");
    }
    xml.close("Buckets");
    if (!query.prefix().isEmpty()) {
      xml.element("Prefix", query.prefix());
    }
    if (page.size() < buckets.size()) {
      xml.element("ContinuationToken", Listing.token(page.get(page.size() - 1).name()));
    }
    return S3Call.xml(xml.close("ListAllMyBucketsResult"));
  }

  private static List<Bucket> wanted(Account account, ListQuery query) {
    String token = query.text("continuation-token");
    String after = token.isEmpty() ? "" : Listing.continued(token);
    String region = query.text("bucket-region");
    if (!region.isEmpty() && !Regions.contain(region)) {
      throw S3Error.invalid(
          "Argument value " + region + " is not a valid AWS Region",
          Map.of("ArgumentName", "bucket-region"));
    }
    return account.buckets().stream()
        .filter(bucket -> bucket.name().startsWith(query.prefix()))
        .filter(bucket -> bucket.name().compareTo(after) > 0)
        .filter(bucket -> region.isEmpty() || region.equals(region(bucket)))
        .sorted(Comparator.comparing(Bucket::name))
        .toList();
  }

  /** The region of a bucket; for a missing bucket, the one that S3 names. */
  static String region(State state, String bucketName) {
    Account owner = state.owner(bucketName);
    Bucket bucket = owner == null ? null : owner.bucket(bucketName);
    return bucket == null ? US_EAST_1 : region(bucket);
  }

  private static String region(Bucket bucket) {
    String location = bucket.location();
    return location == null ? US_EAST_1 : location.equals("EU") ? "eu-west-1" : location;
  }

  static Response objects(S3Call s3) {
    Bucket bucket = s3.bucket("s3:ListBucket");
    String owner = s3.ownerOf(bucket);
    return Response.of(200, "application/xml", new Listing(bucket, owner, s3.wanted()).xml());
  }

  static Response head(S3Call s3) {
    return S3Call.nothing(200).with("x-amz-bucket-region", region(s3.bucket("s3:ListBucket")));
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

  /**
   * In us-east-1, creating a bucket that the caller owns already succeeds and changes nothing; in
   * other regions it is refused.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">S3 API,
   *     CreateBucket</a>
   */
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
    } else if (location != null) {
      throw new AwsError(
          409,
          "BucketAlreadyOwnedByYou",
          "Your previous request to create the named bucket succeeded and you already own it.",
          Map.of("BucketName", name));
    }
    return S3Call.nothing(200).with("Location", "/" + name);
  }

  /**
   * The region of the new bucket; null for us-east-1. Only the endpoint of us-east-1 accepts a
   * request without a constraint, or with that of another region.
   */
  private static @Nullable String locationConstraint(S3Call s3) {
    String location = null;
    if (s3.body().bytes().length > 0) {
      XmlBody body = XmlBody.parse(s3.body().bytes(), "CreateBucketConfiguration");
      body.refuseOthers("LocationConstraint");
      location = body.text("LocationConstraint");
    }
    boolean anywhere = s3.call().region().equals(US_EAST_1);
    if (location == null ? !anywhere : !anywhere && !location.equals(s3.call().region())) {
      throw new AwsError(
          400,
          "IllegalLocationConstraintException",
          "The "
              + (location == null ? "unspecified" : location)
              + " location constraint is incompatible for the region specific endpoint this request"
              + " was sent to.");
    }
    if (location != null && anywhere && !isElsewhere(location)) {
      throw new AwsError(
          400,
          "InvalidLocationConstraint",
          "The specified location-constraint is not valid",
          Map.of("LocationConstraint", location));
    }
    return location;
  }

  private static boolean isElsewhere(String location) {
    return location.equals("EU") || (Regions.contain(location) && !location.equals(US_EAST_1));
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
      throw new AwsError(
          409,
          "BucketNotEmpty",
          "The bucket you tried to delete is not empty",
          Map.of("BucketName", bucket.name()));
    }
    if (owner != null) {
      owner.remove(bucket);
    }
    return S3Call.nothing(204);
  }
}
