package dev.keyturn.sandbox.statefile;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.checksum.ChecksumAlgorithm;
import dev.keyturn.sandbox.state.bucket.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A sandbox that goes on from a saved state answers every request as the one that saved it. */
class SavedStateLawTest {
  private static final String DOCUMENT =
      "{ \"Version\": \"2012-10-17\",\n \"Statement\":"
          + "{\"Effect\":\"Allow\",\"Action\":\"s3:List*\",\"Resource\":\"*\"}}";
  private static final String TRUST =
      "{\"Version\":\"2012-10-17\", \"Statement\":{\"Effect\":\"Allow\","
          + "\"Principal\":{\"AWS\":\"123456789012\"},\"Action\":\"sts:AssumeRole\"}}";
  private static final String BUCKET_POLICY =
      "{\"Version\":\"2012-10-17\", \"Statement\":{\"Effect\":\"Allow\",\"Principal\":"
          + "{\"AWS\":\"123456789012\"},\"Action\":\"s3:GetObject\","
          + "\"Resource\":\"arn:aws:s3:::books/*\"}}";
  private static final String POLICY = "arn:aws:iam::123456789012:policy/team/reader";
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/carol";
  private static final String PHONE = "arn:aws:iam::123456789012:mfa/a/phone";
  private static final String SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final String COMPANY =
      """
      {"Accounts":[{"AccountId":"123456789012",
        "Root":{"CreateDate":"2026-01-01T00:00:00Z","AccessKeys":[{"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","SecretAccessKey":"example"}]},
        "Users":[{"UserName":"carol","MFADevices":[{"Seed":"SEED"}]},{"UserName":"bob"},
                 {"UserName":"alice","LoginProfile":{}},
                 {"UserName":"zed","MFADevices":[{}]}],
        "Buckets":[{"Name":"books"}]}]}
      """
          .replace("SEED", SEED);

  private static final Map<String, Consumer<TestSandbox>> CHANGES =
      new TreeMap<>(
          Map.ofEntries(
              iam("CreateUser", "UserName", "dave", "Path", "/team/", "Tags.member.1.Key", "k"),
              iam("UpdateUser", "UserName", "dave", "NewUserName", "zoe"),
              iam("CreateAccessKey", "UserName", "alice"),
              iam("CreateLoginProfile", "UserName", "dave", "Password", "Correct-Horse-1"),
              iam("UpdateLoginProfile", "UserName", "alice", "Password", "Correct-Horse-2"),
              iam(
                  "CreateServiceSpecificCredential",
                  "UserName",
                  "alice",
                  "ServiceName",
                  "codecommit.amazonaws.com"),
              iam("CreateGroup", "GroupName", "staff", "Path", "/x/"),
              iam("AddUserToGroup", "GroupName", "staff", "UserName", "carol"),
              iam("AddUserToGroup ", "GroupName", "staff", "UserName", "alice"),
              iam(
                  "PutUserPolicy",
                  "UserName",
                  "bob",
                  "PolicyName",
                  "p",
                  "PolicyDocument",
                  DOCUMENT),
              iam(
                  "CreatePolicy",
                  "PolicyName",
                  "reader",
                  "Path",
                  "/team/",
                  "PolicyDocument",
                  DOCUMENT),
              iam("CreatePolicyVersion", "PolicyArn", POLICY, "PolicyDocument", DOCUMENT),
              iam("DeletePolicyVersion", "PolicyArn", POLICY, "VersionId", "v2"),
              iam("SetDefaultPolicyVersion", "PolicyArn", POLICY, "VersionId", "v2"),
              iam("AttachUserPolicy", "UserName", "alice", "PolicyArn", POLICY),
              iam("PutUserPermissionsBoundary", "UserName", "bob", "PermissionsBoundary", POLICY),
              iam(
                  "CreateRole",
                  "RoleName",
                  "admin",
                  "AssumeRolePolicyDocument",
                  TRUST,
                  "Description",
                  "for all",
                  "MaxSessionDuration",
                  "7200"),
              iam("CreateVirtualMFADevice", "VirtualMFADeviceName", "phone", "Path", "/a/"),
              iam("CreateAccountAlias", "AccountAlias", "example"),
              iam("UpdateAccountPasswordPolicy", "MinimumPasswordLength", "12"),
              iam("GenerateCredentialReport"),
              entry("enable the phone", SavedStateLawTest::enable),
              entry("use a code", SavedStateLawTest::useCode),
              entry("resynchronise", SavedStateLawTest::resynchronise),
              entry("let time pass", sandbox -> sandbox.pass(Duration.ofHours(5))),
              s3("PUT", "/notes", "", Map.of(), ""),
              s3("PUT", "/books", "policy=", Map.of(), BUCKET_POLICY),
              s3("DELETE", "/books", "publicAccessBlock=", Map.of(), ""),
              s3(
                  "PUT",
                  "/books/a",
                  "",
                  Map.of("x-amz-checksum-sha1", "vxW+cXrBsIC08cRWaSgliR/1Bz0="),
                  "é"),
              s3("PUT", "/books/b", "", Map.of("x-amz-meta-k", "v", "content-type", "a/b"), "b"),
              s3("PUT", "/books/c", "", Map.of("x-amz-checksum-crc32", "g9oH4w=="), "abc "),
              s3("PUT", "/books/d", "", Map.of("x-amz-checksum-crc32c", "Nks/tw=="), "abc"),
              s3("PUT", "/books/e", "", Map.of("x-amz-copy-source", "/books/d"), ""),
              s3("DELETE", "/books/b", "", Map.of(), ""),
              s3(
                  "POST",
                  "/books/big",
                  "uploads=",
                  Map.of("x-amz-checksum-algorithm", "SHA256"),
                  ""),
              s3("POST", "/books/big", "uploads", Map.of("content-type", "a/b"), ""),
              entry("upload a part", sandbox -> upload(sandbox, 1)),
              entry("upload the last part", sandbox -> upload(sandbox, 7)),
              entry("complete", SavedStateLawTest::complete)));

  private static final List<String> IAM_READS =
      List.of(
          "GetAccountAuthorizationDetails",
          "GetAccountSummary",
          "GetAccountPasswordPolicy",
          "GetCredentialReport",
          "ListAccountAliases",
          "ListVirtualMFADevices",
          "ListServiceSpecificCredentials UserName alice",
          "GetAccessKeyLastUsed AccessKeyId AKIAIOSFODNN7EXAMPLE",
          "ListAccessKeys UserName alice",
          "ListMFADevices UserName carol",
          "GetLoginProfile UserName alice",
          "GetUser UserName dave",
          "GetUser UserName bob",
          "GetUserPolicy UserName bob PolicyName p",
          "GetGroup GroupName staff",
          "GetRole RoleName admin",
          "ListUserTags UserName dave",
          "ListPolicyVersions PolicyArn " + POLICY,
          "GetPolicyVersion VersionId v1 PolicyArn " + POLICY,
          "GetPolicy PolicyArn " + POLICY);

  private static final List<String> S3_READS =
      List.of(
          "/",
          "/books",
          "/books?list-type=2",
          "/books?policy=",
          "/books?publicAccessBlock=",
          "/books?uploads=",
          "/notes?location=",
          "/books/a",
          "/books/b",
          "/books/c",
          "/books/d",
          "/books/e",
          "/books/big");

  @Property(tries = 25)
  void the_state_that_was_saved_answers_the_same(@ForAll("changes") List<String> changes) {
    try (TestSandbox first = TestSandbox.start(COMPANY)) {
      for (String change : changes) {
        requireNonNull(CHANGES.get(change)).accept(first);
        first.pass(Duration.ofSeconds(31));
      }
      try (TestSandbox second = TestSandbox.start(first.saved())) {
        second.pass(Duration.between(second.now(), first.now()));
        assertThat(answers(second)).isEqualTo(answers(first));
      }
    }
  }

  @Provide
  Arbitrary<List<String>> changes() {
    return Arbitraries.of(CHANGES.keySet()).list().ofMinSize(10).ofMaxSize(80);
  }

  private static List<String> answers(TestSandbox sandbox) {
    TestClient root = sandbox.as("root");
    List<String> answers = new ArrayList<>();
    for (String read : IAM_READS) {
      String[] words = read.split(" ");
      String[] parameters = List.of(words).subList(1, words.length).toArray(String[]::new);
      answers.add(told(read, root.call(words[0], parameters)));
    }
    Map<String, String> mode = Map.of("x-amz-checksum-mode", "ENABLED");
    for (String read : S3_READS) {
      String[] words = (read + "?").split("\\?", -1);
      answers.add(told(read, root.s3With(mode, "GET", words[0], words[1], "")));
    }
    for (Upload upload : uploads(sandbox)) {
      answers.add(told("parts", root.s3("GET", "/books/big", "uploadId=" + upload.id(), "")));
    }
    answers.add(
        root.call("CreatePolicyVersion", "PolicyArn", POLICY, "PolicyDocument", DOCUMENT)
            .text("VersionId"));
    answers.add(session(sandbox, 0).outcome());
    answers.add(session(sandbox, -31).outcome());
    sandbox.pass(Duration.ofHours(5));
    root.call("GenerateCredentialReport");
    answers.add(told("report", root.call("GetCredentialReport")));
    complete(sandbox);
    answers.add(told("completed", root.s3With(mode, "GET", "/books/big", "")));
    return answers;
  }

  /** All that a client sees but what is random or about the connection. */
  private static String told(String request, Answer answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.response().headers().map());
    headers.keySet().removeAll(List.of("x-amz-request-id", "x-amzn-requestid"));
    String body = answer.body().replaceAll("<RequestId>[^<]*", "<RequestId>");
    return request + ": " + answer.status() + " " + headers + "\n" + body;
  }

  private static Map.Entry<String, Consumer<TestSandbox>> iam(String action, String... parameters) {
    return entry(action, sandbox -> sandbox.as("root").call(action.strip(), parameters));
  }

  private static Map.Entry<String, Consumer<TestSandbox>> s3(
      String method, String path, String query, Map<String, String> headers, String body) {
    return entry(
        method + " " + path + "?" + query,
        sandbox -> sandbox.as("root").s3With(headers, method, path, query, body));
  }

  private static void enable(TestSandbox sandbox) {
    var phone = sandbox.state().accounts().get(0).device(PHONE);
    if (phone != null) {
      String before = sandbox.code(PHONE, sandbox.now().minusSeconds(30));
      sandbox
          .as("root")
          .call(
              "EnableMFADevice",
              "UserName",
              "carol",
              "SerialNumber",
              PHONE,
              "AuthenticationCode1",
              before,
              "AuthenticationCode2",
              sandbox.code(PHONE));
    }
  }

  private static void resynchronise(TestSandbox sandbox) {
    sandbox
        .as("root")
        .call(
            "ResyncMFADevice",
            "UserName",
            "carol",
            "SerialNumber",
            DEVICE,
            "AuthenticationCode1",
            sandbox.code(DEVICE, sandbox.now().plusSeconds(86400)),
            "AuthenticationCode2",
            sandbox.code(DEVICE, sandbox.now().plusSeconds(86430)));
  }

  private static void useCode(TestSandbox sandbox) {
    session(sandbox, 0);
  }

  private static Answer session(TestSandbox sandbox, int seconds) {
    String code = sandbox.code(DEVICE, sandbox.now().plusSeconds(seconds));
    return sandbox.as("carol").call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", code);
  }

  private static List<Upload> uploads(TestSandbox sandbox) {
    var books = requireNonNull(sandbox.state().accounts().get(0).bucket("books"));
    return List.copyOf(books.uploads().values());
  }

  private static void upload(TestSandbox sandbox, int number) {
    for (Upload upload : uploads(sandbox)) {
      String query = "partNumber=" + number + "&uploadId=" + upload.id();
      String body = number == 1 ? "b".repeat(5 * 1024 * 1024) : "end";
      Map<String, String> sum =
          upload.checksums() == null ? Map.of() : Map.of("x-amz-checksum-sha256", sha256(body));
      sandbox.as("root").s3With(sum, "PUT", "/books/big", query, body);
    }
  }

  private static void complete(TestSandbox sandbox) {
    for (Upload upload : uploads(sandbox)) {
      StringBuilder parts = new StringBuilder("<CompleteMultipartUpload>");
      upload
          .parts()
          .forEach((number, part) -> {
            var sum = part.givenChecksum();
            parts
                .append(
                    "<Part><PartNumber>" + number + "</PartNumber><ETag>" + part.etag() + "</ETag>")
                .append(sum == null ? "" : "<ChecksumSHA256>" + sum.value() + "</ChecksumSHA256>")
                .append("</Part>");
          });
      String body = parts.append("</CompleteMultipartUpload>").toString();
      sandbox.as("root").s3("POST", "/books/big", "uploadId=" + upload.id(), body);
    }
  }

  private static String sha256(String body) {
    return ChecksumAlgorithm.SHA256.text(body.getBytes(StandardCharsets.UTF_8));
  }
}
