package dev.keyturn.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.TestSandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What S3 takes at most, with the answers of AWS that the links have. */
class LimitsTest {
  private static final String PATH = "/examplebucket/config.yml";

  private final TestSandbox sandbox = TestSandbox.start();
  private final TestClient twin = sandbox.as("twin");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /**
   * https://github.com/basho/riak_cs/pull/1233 and
   * https://github.com/versity/versitygw/issues/2080.
   */
  @ParameterizedTest
  @ValueSource(strings = {"PUT", "GET", "DELETE"})
  void a_key_has_1024_bytes(String method) {
    assertThat(twin.s3("PUT", "/examplebucket/" + "k".repeat(1024), "", "").outcome())
        .isEqualTo("200");
    Answer refused = twin.s3(method, "/examplebucket/" + "%C3%BC".repeat(513), "", "");
    assertThat(refused.outcome()).isEqualTo("400 KeyTooLongError: Your key is too long");
    assertThat(refused.text("Size")).isEqualTo("1026");
    assertThat(refused.text("MaxSizeAllowed")).isEqualTo("1024");
  }

  /** https://github.com/versity/versitygw/issues/2086. */
  @ParameterizedTest
  @CsvSource({"PUT, ''", "POST, uploads="})
  void metadata_have_2048_bytes_with_their_names(String method, String query) {
    Map<String, String> most =
        Map.of("x-amz-meta-a", "v".repeat(1000), "x-amz-meta-bcd", "v".repeat(1044));
    assertThat(twin.s3With(most, method, PATH, query, "").outcome()).isEqualTo("200");
    Map<String, String> more =
        Map.of("x-amz-meta-a", "v".repeat(1000), "x-amz-meta-bcde", "v".repeat(1044));
    Answer refused = twin.s3With(more, method, PATH, query, "");
    assertThat(refused.outcome())
        .isEqualTo(
            "400 MetadataTooLarge: Your metadata headers exceed the maximum allowed metadata size");
    assertThat(refused.text("Size")).isEqualTo("2049");
    assertThat(refused.text("MaxSizeAllowed")).isEqualTo("2048");
  }

  @Test
  void replaced_metadata_of_a_copy_have_2048_bytes() {
    Map<String, String> headers =
        Map.of(
            "x-amz-copy-source",
            PATH,
            "x-amz-metadata-directive",
            "REPLACE",
            "x-amz-meta-a",
            "v".repeat(2048));
    assertThat(twin.s3With(headers, "PUT", PATH, "").outcome())
        .startsWith("400 MetadataTooLarge: ");
  }

  /** https://github.com/versity/versitygw/issues/2180. */
  @Test
  void headers_have_8192_bytes() {
    Answer refused = twin.s3With(Map.of("x-large", "v".repeat(8000)), "GET", PATH, "");
    assertThat(refused.outcome())
        .isEqualTo(
            "400 RequestHeaderSectionTooLarge: Your request header section exceeds the maximum"
                + " allowed size.");
    assertThat(refused.text("MaxSizeAllowed")).isEqualTo("8192");
    assertThat(twin.s3With(Map.of("x-large", "v".repeat(7000)), "GET", PATH, "").status())
        .isEqualTo(200);
  }
}
