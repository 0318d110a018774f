package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.TestSigner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bucket in the host, as clients write it that were not told to use path style. */
class VirtualHostTest {
  private final TestSandbox sandbox =
      TestSandbox.start(
          """
          {"Accounts":[{"AccountId":"111111111111","Users":[{"UserName":"all","Policies":[
            {"PolicyName":"p","PolicyDocument":{"Version":"2012-10-17","Statement":
              {"Effect":"Allow","Action":"*","Resource":"*"}}}]}],
            "Buckets":[{"Name":"my.bucket-1","Objects":[{"Key":"a/b","Body":"hello"}]}]}]}
          """,
          "sandbox");
  private final TestClient client = sandbox.as("all");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my.bucket-1.localhost",
        "my.bucket-1.localhost:4580",
        "my.bucket-1.LOCALHOST",
        "my.bucket-1.s3.localhost",
        "my.bucket-1.s3.eu-central-1.localhost",
        "my.bucket-1.sandbox",
        "my.bucket-1.s3.sandbox:4580",
        "my.bucket-1.s3.amazonaws.com",
        "my.bucket-1.s3.us-gov-west-1.amazonaws.com",
        "my.bucket-1.s3.cn-north-1.amazonaws.com.cn"
      })
  void the_bucket_is_in_the_host(String host) throws IOException {
    assertThat(send("GET", "/a/b", host, host, "")).startsWith("HTTP/1.1 200 ").endsWith("hello");
    assertThat(send("GET", "/", host, host, "")).contains("<Name>my.bucket-1</Name>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1:4580",
        "[::1]:4580",
        "s3.localhost",
        "s3.us-east-1.localhost",
        "s3.amazonaws.com",
        "sandbox",
        "s3.sandbox",
        "my.bucket-1.sandbox.test",
        "my.bucket-1"
      })
  void with_other_hosts_the_bucket_is_in_the_path(String host) throws IOException {
    assertThat(send("GET", "/my.bucket-1/a/b", host, host, "")).endsWith("hello");
    assertThat(send("GET", "/", host, host, "")).contains("<ListAllMyBucketsResult ");
  }

  @Test
  void a_bucket_is_made_and_filled_by_its_host() throws IOException {
    assertThat(send("PUT", "/", "new.localhost", "new.localhost", "")).startsWith("HTTP/1.1 200 ");
    assertThat(send("PUT", "/x", "new.localhost", "new.localhost", "text"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(send("GET", "/new/x", "localhost", "localhost", "")).endsWith("text");
  }

  @Test
  void the_host_is_signed_as_it_was_sent() throws IOException {
    assertThat(send("GET", "/a/b", "my.bucket-1.localhost", "localhost", ""))
        .startsWith("HTTP/1.1 403 ")
        .contains("<Code>SignatureDoesNotMatch</Code>");
  }

  @Test
  void an_unsigned_request_to_the_host_of_a_bucket_is_one_to_s3() throws IOException {
    assertThat(exchange("GET / HTTP/1.1\r\nHost: my.bucket-1.localhost\r\n", ""))
        .startsWith("HTTP/1.1 403 ")
        .contains("<Code>AccessDenied</Code>");
  }

  /** At the URL of the sandbox itself, these paths belong to others than S3. */
  @ParameterizedTest
  @ValueSource(
      strings = {"federation", "v1/token", "v1/authorize", "_control", "_control/code/all"})
  void a_key_at_the_host_of_its_bucket_may_have_any_name(String key) throws IOException {
    String host = "my.bucket-1.localhost";
    assertThat(send("PUT", "/" + key, host, host, "text")).startsWith("HTTP/1.1 200 ");
    assertThat(send("GET", "/" + key, host, host, "")).endsWith("text");
    assertThat(send("GET", "/my.bucket-1/" + key, "localhost", "localhost", "")).endsWith("text");
    assertThat(exchange("GET /" + key + " HTTP/1.1\r\nHost: " + host + "\r\n", ""))
        .contains("<Code>AccessDenied</Code><Message>Access Denied</Message>");
  }

  @Test
  void a_bucket_in_the_path_may_have_the_name_of_another_service() throws IOException {
    assertThat(send("PUT", "/federation", "localhost", "localhost", ""))
        .startsWith("HTTP/1.1 200 ");
    assertThat(send("GET", "/federation", "localhost", "localhost", ""))
        .contains("<Name>federation</Name>");
  }

  private String send(String method, String path, String host, String signedHost, String body)
      throws IOException {
    String hash = TestSigner.sha256(body.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", signedHost);
    headers.put("x-amz-content-sha256", hash);
    headers.put("x-amz-date", TestSigner.stamp(sandbox.now()));
    TestSigner signer =
        new TestSigner(client.accessKeyId(), client.secret(), "s3", client.region());
    headers.put("authorization", signer.authorization(method, path, "", headers, hash));
    headers.put("host", host);
    headers.put("content-length", "" + body.length());
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return exchange(head.toString(), body);
  }

  private String exchange(String head, String body) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(sandbox.url()).getPort())) {
      byte[] request = (head + "connection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
