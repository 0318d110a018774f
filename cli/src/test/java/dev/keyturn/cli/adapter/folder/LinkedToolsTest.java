package dev.keyturn.cli.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.command.port.file.ToolLinks.Link;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links under the names of other tools. */
class LinkedToolsTest {

  @TempDir private Path home = Path.of("");

  private LinkedTools tools(String searched, boolean windows) {
    return new LinkedTools(program().toString(), home, searched, windows);
  }

  private Path program() {
    return home.resolve("opt").resolve("bin").resolve("keyturn");
  }

  private Path bin() {
    return home.resolve(".local").resolve("bin");
  }

  @Test
  void a_link_leads_to_the_program_and_is_made_once() throws IOException {
    LinkedTools tools = tools(bin().toString(), false);
    Link link = tools.create("aws-mfa", tools.folder());
    assertThat(Files.readSymbolicLink(bin().resolve("aws-mfa"))).isEqualTo(program());
    assertThat(link.isNew()).isTrue();
    assertThat(tools.create("aws-mfa", tools.folder()).isNew()).isFalse();
  }

  @Test
  void another_file_of_that_name_stays() throws IOException {
    Files.createDirectories(bin());
    Files.writeString(bin().resolve("aws-mfa"), "the real one");
    LinkedTools tools = tools(bin().toString(), false);
    assertThatThrownBy(() -> tools.create("aws-mfa", tools.folder()))
        .hasMessageContaining("another file has this name");
    assertThatThrownBy(() -> tools.remove("aws-mfa", tools.folder()))
        .hasMessageContaining("it does not start Keyturn");
    assertThat(Files.readString(bin().resolve("aws-mfa"))).isEqualTo("the real one");
  }

  @Test
  void another_link_of_that_name_stays_even_when_it_leads_nowhere() throws IOException {
    Files.createDirectories(bin());
    Files.createSymbolicLink(bin().resolve("aws-mfa"), Path.of("nowhere"));
    LinkedTools tools = tools(bin().toString(), false);
    assertThatThrownBy(() -> tools.create("aws-mfa", tools.folder()))
        .hasMessageContaining("another file has this name");
  }

  @Test
  void what_the_shell_starts_under_the_name_is_known() throws IOException {
    Files.createDirectories(program());
    Path first = Files.createDirectories(home.resolve("first"));
    String both = first + File.pathSeparator + bin();
    String folder = bin().toString();
    assertThat(tools(both, false).create("aws-mfa", folder).started())
        .isEqualTo(bin().resolve("aws-mfa").toString());
    Files.writeString(first.resolve("aws-mfa"), "");
    assertThat(tools(both, false).create("aws-mfa", folder).started())
        .isEqualTo(first.resolve("aws-mfa").toString());
    assertThat(tools(first.toString(), false).create("aws-mfa", folder).started()).isNull();
  }

  @Test
  void a_link_is_removed_and_removing_none_is_said() {
    LinkedTools tools = tools("", false);
    tools.create("aws-mfa", tools.folder());
    assertThat(tools.remove("aws-mfa", tools.folder())).isNotNull();
    assertThat(Files.exists(bin().resolve("aws-mfa"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    assertThat(tools.remove("aws-mfa", tools.folder())).isNull();
  }

  @Test
  void on_windows_a_batch_file_calls_the_program() throws IOException {
    LinkedTools tools = tools("", true);
    tools.create("aws-mfa", tools.folder());
    assertThat(Files.readString(bin().resolve("aws-mfa.cmd")))
        .startsWith("@\"")
        .endsWith("keyturn\" as aws-mfa %*\r\n");
    assertThat(tools.create("aws-mfa", tools.folder()).isNew()).isFalse();
  }

  @Test
  void a_checkout_that_is_not_installed_makes_no_link() {
    LinkedTools tools = new LinkedTools("keyturn", home, "", false);
    assertThatThrownBy(() -> tools.create("aws-mfa", tools.folder()))
        .hasMessageContaining("not installed");
  }
}
