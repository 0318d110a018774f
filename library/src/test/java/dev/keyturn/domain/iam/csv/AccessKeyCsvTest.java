package dev.keyturn.domain.iam.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.iam.csv.AccessKeyCsv.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the AWS CLI's own tests of its import, and a byte order mark. */
class AccessKeyCsvTest {

  private static final Entry ALICE =
      new Entry("alice", new AccessKey("AKIAIOSFODNN7EXAMPLE", Secret.of("secret")));

  private static List<Entry> parse(String text) {
    return AccessKeyCsv.parse("keys.csv", text, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User Name,Access key ID,Secret access key\nalice,AKIAIOSFODNN7EXAMPLE,secret\n",
        "user name,access key id,SECRET ACCESS KEY\r\nalice,AKIAIOSFODNN7EXAMPLE,secret\r\n",
        "\uFEFFUser Name,Access key ID,Secret access key\nalice,AKIAIOSFODNN7EXAMPLE,secret",
        " User Name , Access key ID , Secret access key \n alice , AKIAIOSFODNN7EXAMPLE , secret ",
        "Password,Secret access key,User Name,Access key ID\n,secret,alice,AKIAIOSFODNN7EXAMPLE\n\n"
      })
  void columns_are_found_by_their_names(String text) {
    assertThat(parse(text)).containsExactly(ALICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "User Name;Access key ID;Secret access key\nalice;AKIAIOSFODNN7EXAMPLE;secret\n",
        "User Name\tAccess key ID\tSecret access key\nalice\tAKIAIOSFODNN7EXAMPLE\tsecret\n",
        """
        "User Name","Access key ID","Secret access key"
        "alice","AKIAIOSFODNN7EXAMPLE","secret"
        """
      })
  void a_spreadsheet_may_have_saved_the_file(String text) {
    assertThat(parse(text)).containsExactly(ALICE);
  }

  @Test
  void a_comma_in_a_quoted_name_belongs_to_it() {
    assertThat(
            parse("User Name,Access key ID,Secret access key\n\"a,b\",AKIAIOSFODNN7EXAMPLE,secret"))
        .containsExactly(new Entry("a,b", ALICE.key()));
  }

  @Test
  void a_file_without_names_has_keys_all_the_same() {
    assertThat(parse("Access key ID,Secret access key\nAKIAIOSFODNN7EXAMPLE,secret\n"))
        .containsExactly(new Entry("", ALICE.key()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User Name,Secret access key;x,y|keys.csv:1: there is no column 'Access key ID'",
        "User Name,Access key ID;x,y|keys.csv:1: there is no column 'Secret access key'",
        "User Name,Access key ID,Secret access key;a,b,c;a,,c"
            + "|keys.csv:3: the column 'Access key ID' is empty",
        "User Name,Access key ID,Secret access key;,b,c"
            + "|keys.csv:2: the column 'User Name' is empty",
        "User Name,Access key ID,Secret access key;a,b"
            + "|keys.csv:2: the column 'Secret access key' is empty",
        "' '|keys.csv:1: the file is empty"
      })
  void what_is_missing_is_named_with_its_line(String text, String message) {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> parse(text.replace(";", "\n")))
        .satisfies(e -> assertThat(e.failure().message()).isEqualTo(message));
  }

  @Test
  void an_incomplete_row_can_be_passed_over() {
    String text =
        "User Name,Access key ID,Secret access key\nbob,,x\nalice,AKIAIOSFODNN7EXAMPLE,secret";
    assertThat(AccessKeyCsv.parse("keys.csv", text, true)).containsExactly(ALICE);
  }
}
