package dev.keyturn.sandbox.s3;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Call;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.query.Xml;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Bucket;
import dev.keyturn.sandbox.state.StoredObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Performs one request on the buckets of the caller's account. */
final class Objects {
  static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
  private static final String XML = "application/xml";

  private final Call call;
  private final S3Request wanted;
  private final Request request;

  Objects(Call call, S3Request wanted, Request request) {
    this.call = call;
    this.wanted = wanted;
    this.request = request;
  }

  Response perform(byte[] body) {
    return switch (wanted.operation()) {
      case ListBuckets -> listBuckets();
      case ListObjects, ListObjectsV2 -> {
        Bucket bucket = bucket("s3:ListBucket");
        yield Response.of(200, XML, new Listing(bucket, wanted).xml());
      }
      case HeadBucket -> {
        bucket("s3:ListBucket");
        yield Response.of(200, XML, "").with("x-amz-bucket-region", call.region());
      }
      case GetBucketLocation -> location();
      case HeadObject, GetObject -> object();
      case PutObject -> put(body);
      case Unsupported ->
          throw new AwsError(
              501,
              "NotImplemented",
              "A header or query you provided implies functionality that is not implemented");
    };
  }

  private Response listBuckets() {
    Account account = call.caller().account();
    authorize("s3:ListAllMyBuckets", wanted.arn(account.partition()));
    Xml xml =
        Xml.document()
            .open("ListAllMyBucketsResult", NAMESPACE)
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
    return Response.of(200, XML, xml.close("Buckets").close("ListAllMyBucketsResult").toString());
  }

  private Response location() {
    bucket("s3:GetBucketLocation");
    return Response.of(
        200,
        XML,
        Xml.document()
            .open("LocationConstraint", NAMESPACE)
            .close("LocationConstraint")
            .toString());
  }

  private Response object() {
    StoredObject object = bucket("s3:GetObject").objects().get(wanted.key());
    if (object == null) {
      throw new AwsError(404, "NoSuchKey", "The specified key does not exist.");
    }
    return ranged(object)
        .with("ETag", object.etag())
        .with("Accept-Ranges", "bytes")
        .with(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                object.lastModified().atOffset(ZoneOffset.UTC)));
  }

  private Response ranged(StoredObject object) {
    byte[] body = object.body();
    ByteRange range = ByteRange.of(request.header("Range"), body.length);
    if (range == null) {
      return Response.of(200, object.contentType(), body);
    }
    return Response.of(
            206,
            object.contentType(),
            Arrays.copyOfRange(body, (int) range.first(), (int) range.last() + 1))
        .with("Content-Range", range.contentRange(body.length));
  }

  private Response put(byte[] body) {
    Bucket bucket = bucket("s3:PutObject");
    String type = request.header("Content-Type");
    StoredObject object =
        StoredObject.of(body, type == null ? "binary/octet-stream" : type, call.now());
    bucket.objects().put(wanted.key(), object);
    return Response.of(200, XML, "").with("ETag", object.etag());
  }

  /** The bucket, once the caller may do this to it; other accounts' buckets are closed. */
  private Bucket bucket(String action) {
    Account account = call.caller().account();
    Account owner = call.state().owner(wanted.bucket());
    if (owner != null && owner != account) {
      throw AwsError.accessDenied("Access Denied");
    }
    authorize(action, wanted.arn(account.partition()));
    Bucket bucket = account.bucket(wanted.bucket());
    if (bucket == null) {
      throw new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return bucket;
  }

  private void authorize(String action, String resource) {
    try {
      call.authorize(action, resource);
    } catch (AwsError e) {
      throw AwsError.accessDenied("Access Denied");
    }
  }
}
