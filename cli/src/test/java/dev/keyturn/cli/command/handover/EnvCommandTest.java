package dev.keyturn.cli.command.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.adapter.awsfile.edit.AwsFiles;
import dev.keyturn.adapter.state.FileSessionStore;
import dev.keyturn.adapter.state.KeyRecords;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.cli.adapter.process.GitWorkTrees;
import dev.keyturn.cli.adapter.shell.DotenvFile;
import dev.keyturn.cli.adapter.shell.EnvironmentFormats;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.port.EnvironmentSyntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.use.ProfileCredentials;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvCommandTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T09:00:00Z"), ZoneOffset.UTC);

  private static final String SESSION =
      """
      AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE
      AWS_SECRET_ACCESS_KEY=je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
      AWS_SESSION_TOKEN=token+/==
      AWS_CREDENTIAL_EXPIRATION=2026-11-21T21:00:00Z
      AWS_REGION=eu-west-1
      AWS_DEFAULT_REGION=eu-west-1
      KEYTURN_PROFILE=dev
      KEYTURN_SET=KEYTURN_PROFILE=dev,AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE,AWS_REGION=eu-west-1,AWS_DEFAULT_REGION=eu-west-1
      """;

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder err = new StringBuilder();

  @BeforeEach
  void a_session_of_dev_and_one_of_bare() throws IOException {
    Files.writeString(folder.resolve("config"), "[profile dev]\nregion = eu-west-1\n");
    Files.writeString(
        folder.resolve("credentials"), sections("dev", "token+/==") + sections("bare", "t"));
    environment.put("AWS_CONFIG_FILE", folder.resolve("config").toString());
    environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
    environment.put("HOME", folder.toString());
  }

  private static String sections(String name, String token) {
    return """
    [%1$s-long-term]
    aws_access_key_id = AKIAIOSFODNN7EXAMPLE
    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
    aws_mfa_device = arn:aws:iam::123456789012:mfa/alice
    [%1$s]
    aws_access_key_id = ASIAIOSFODNN7EXAMPLE
    aws_secret_access_key = je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY
    aws_session_token = %2$s
    expiration = 2026-11-21 21:00:00
    """
        .formatted(name, token);
  }

  private final class Answer implements Output {

    @Override
    public void data(String part) {
      out.append(part);
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public void error(String line) {
      err.append(line).append('\n');
    }
  }

  private String env(String... words) {
    AwsFiles files =
        new AwsFiles(environment, "/", FileSystems.getDefault(), (name, wait) -> () -> {});
    StateFolder state = new StateFolder(folder.resolve("state"));
    Output output = new Answer();
    ProfileCredentials profiles =
        new ProfileCredentials(
            files,
            new FileSessionStore(state),
            new KeyRecords(state),
            AwsCliCache.NONE,
            () -> {
              throw new AssertionError("the session that is there was not found");
            },
            output::note,
            CLOCK);
    Command command =
        new EnvCommand(
            environment,
            profiles,
            new ShellFormats(EnvironmentSyntax.ofShell(environment, false), EnvironmentFormats::of),
            new DotenvFiles(
                new GitWorkTrees(environment), new DotenvFile((name, wait) -> () -> {}), output),
            output);
    assertThat(command.run(Arguments.read("env", command.syntax(), List.of(words))))
        .isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  private Failure refusal(String... words) {
    return catchThrowableOfType(FailureException.class, () -> env(words)).failure();
  }

  @Test
  void a_session_is_its_variables_and_the_region_of_its_profile() {
    assertThat(env("dev", "--format", "docker")).isEqualTo(SESSION);
  }

  private static List<String> unset(String text) {
    String last = text.lines().reduce("", (before, line) -> line);
    return List.of(last.split(" ", -1));
  }

  @Test
  void what_would_interfere_is_unset() {
    assertThat(unset(env("dev")))
        .contains("AWS_ACCOUNT_ID", "AWS_PROFILE", "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY")
        .contains("AMAZON_SESSION_TOKEN", "AWS_CREDENTIAL_FILE", "AWS_WEB_IDENTITY_TOKEN_FILE")
        .doesNotContain("BOTO_CONFIG", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_SESSION_TOKEN");
  }

  /** What a shell has after {@code keyturn env dev}. */
  private void inAShellOfDev() {
    environment.put("AWS_REGION", "eu-west-1");
    environment.put("AWS_DEFAULT_REGION", "eu-west-1");
    environment.put("KEYTURN_PROFILE", "dev");
    environment.put("KEYTURN_SET", "AWS_REGION=eu-west-1,AWS_DEFAULT_REGION=eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "bare"})
  void the_region_of_the_caller_takes_precedence_over_that_of_the_profile(String profile) {
    environment.put("AWS_DEFAULT_REGION", "us-west-2");
    assertThat(env(profile, "--format", "docker"))
        .contains("\nAWS_REGION=us-west-2\nAWS_DEFAULT_REGION=us-west-2\n")
        .contains(",AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE,AWS_REGION=us-west-2\n");
  }

  @Test
  void a_blank_region_is_ignored() {
    environment.put("AWS_REGION", " ");
    assertThat(env("dev")).contains("export AWS_REGION='eu-west-1'");
  }

  @Test
  void a_profile_without_a_region_takes_away_that_of_the_profile_before() {
    inAShellOfDev();
    assertThat(unset(env("bare"))).contains("AWS_REGION", "AWS_DEFAULT_REGION");
  }

  @Test
  void a_region_that_the_user_has_changed_since_is_the_users() {
    inAShellOfDev();
    environment.put("AWS_REGION", "us-west-2");
    assertThat(env("bare")).contains("export AWS_REGION='us-west-2'");
  }

  @Test
  void unset_leaves_the_users_own_region() {
    environment.put("AWS_REGION", "us-west-2");
    assertThat(unset(env("--unset"))).doesNotContain("AWS_REGION");
  }

  @Test
  void the_shell_of_the_user_decides_on_the_format() {
    environment.put("SHELL", "/usr/bin/fish");
    assertThat(env("dev")).contains("set -gx AWS_SESSION_TOKEN 'token+/==';\n");
  }

  @Test
  void json_is_that_of_credential_process() {
    assertThat(env("dev", "--format", "json"))
        .isEqualTo(
            "{\"Version\":1,\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\","
                + "\"SecretAccessKey\":\"je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY\","
                + "\"SessionToken\":\"token+/==\",\"Expiration\":\"2026-11-21T21:00:00Z\"}\n");
  }

  @Test
  void unset_takes_all_of_it_away_and_asks_for_no_profile() throws IOException {
    Files.delete(folder.resolve("credentials"));
    inAShellOfDev();
    assertThat(unset(env("--unset", "--format", "bash")))
        .contains("AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN", "AWS_REGION", "KEYTURN_PROFILE")
        .contains("AWS_ACCOUNT_ID", "KEYTURN_SET");
  }

  @Test
  void unset_names_the_variables_of_a_session_and_others_that_are_set() {
    assertThat(env("--unset", "--format", "sh"))
        .isEqualTo(
            "unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN"
                + " AWS_CREDENTIAL_EXPIRATION AWS_ACCOUNT_ID KEYTURN_PROFILE KEYTURN_SET\n");
    environment.put("AWS_PROFILE", "");
    environment.put("AMAZON_SESSION_TOKEN", "token");
    assertThat(unset(env("--unset")))
        .contains("AWS_SESSION_TOKEN", "AWS_PROFILE", "AMAZON_SESSION_TOKEN")
        .doesNotContain("AWS_ACCESS_KEY", "AWS_DEFAULT_PROFILE");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void unset_removes_from_a_dotenv_file_what_the_shell_does_not_have() throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "AWS_PROFILE=dev\nA=1\n");
    env("--unset", "--file", file.toString());
    assertThat(file).hasContent("A=1\n");
  }

  @Test
  void long_term_keys_in_the_environment_are_warned_of() {
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    env("dev");
    assertThat(err)
        .startsWith("keyturn: AWS_ACCESS_KEY_ID is set and takes precedence over profile 'dev'");
  }

  @Test
  void a_session_in_the_environment_is_not() {
    environment.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SESSION_TOKEN", "token");
    env("dev");
    assertThat(err).isEmpty();
  }

  @Test
  void an_unknown_format_is_a_usage_error_that_names_the_known_ones() {
    assertThat(refusal("--format", "csh").message())
        .contains("'csh' is not one of bash, zsh, sh, fish, powershell, cmd, nu, dotenv, json");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_new_dotenv_file_is_for_its_owner_alone() throws IOException {
    Path file = folder.resolve(".env");
    assertThat(env("dev", "--file", file.toString())).isEqualTo(file + ": session of dev\n");
    assertThat(file).hasContent(SESSION);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_dotenv_file_keeps_its_lines() throws IOException {
    Path file = file("rw-------");
    env("dev", "--file", file.toString());
    assertThat(file).hasContent("A=1\n" + SESSION);
    env("--unset", "--file", file.toString());
    assertThat(file).hasContent("A=1\n");
    assertThat(err).isEmpty();
  }

  private Path file(String mode) throws IOException {
    Path file = Files.writeString(folder.resolve(".env"), "A=1\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_dotenv_file_that_others_can_read_is_made_private() throws IOException {
    Path file = file("rw-r--r--");
    env("dev", "--file", file.toString());
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(err)
        .hasToString("keyturn: other users could read " + file + "; now only you can (mode 600)\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    env("dev", "--file", file.toString());
    assertThat(mode(file)).as("even where nothing else changes").isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_mode_of_a_dotenv_file_stays_on_demand_with_a_warning() throws IOException {
    Path file = file("rw-r-----");
    env("dev", "--file", file.toString(), "--keep-mode");
    assertThat(mode(file)).isEqualTo("rw-r-----");
    assertThat(err)
        .hasToString(
            "keyturn: other users can read "
                + file
                + ", which now contains keys\nhint: chmod 600 "
                + file
                + "\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_file_that_keeps_no_keys_keeps_its_mode() throws IOException {
    Path file = file("rw-r--r--");
    env("--unset", "--file", file.toString());
    assertThat(mode(file)).isEqualTo("rw-r--r--");
  }

  @Test
  @EnabledIf("isSuperuser")
  void a_dotenv_file_of_another_user_is_refused() throws IOException {
    Path file = file("rw-------");
    Files.setAttribute(file, "unix:uid", 65534);
    assertThat(refusal("dev", "--file", file.toString()).message()).contains("belongs to");
    assertThat(refusal("dev", "--keep-mode", "--file", file.toString()).message())
        .contains("belongs to");
    assertThat(file).hasContent("A=1\n");
  }

  static boolean isSuperuser() {
    return System.getProperty("user.name").equals("root");
  }

  @Test
  void other_formats_are_not_written_to_files() {
    assertThat(refusal("dev", "--format", "json", "--file", "x")).isInstanceOf(Failure.Usage.class);
  }

  private Path workTree() throws IOException, InterruptedException {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    git(tree, "init", "--quiet");
    return tree;
  }

  private void git(Path tree, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", tree.toString()));
    command.addAll(List.of(words));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void a_file_that_git_would_commit_is_refused_with_the_line_that_hides_it()
      throws IOException, InterruptedException {
    Path file = workTree().resolve(".env");
    Failure refusal = refusal("dev", "--file", file.toString());
    assertThat(refusal.message()).contains("git does not ignore it");
    assertThat(refusal.hint()).contains("echo '/.env' >> " + file.getParent() + "/.gitignore");
    assertThat(ExitCode.of(refusal)).isEqualTo(ExitCode.PROFILE);
    assertThat(file).doesNotExist();
  }

  @Test
  void the_line_that_hides_a_file_is_safe_to_copy() throws IOException, InterruptedException {
    Path file = workTree().resolve("a'b;id");
    assertThat(refusal("dev", "--file", file.toString()).hint())
        .contains("echo '/a'\\''b;id' >> " + file.getParent() + "/.gitignore");
  }

  @Test
  void a_file_that_git_ignores_is_written() throws IOException, InterruptedException {
    Path file = workTree().resolve(".env");
    Files.writeString(file.resolveSibling(".gitignore"), "/.env\n");
    env("dev", "--file", file.toString());
    assertThat(file).hasContent(SESSION);
  }

  @Test
  void a_file_that_git_tracks_is_refused_though_it_is_ignored()
      throws IOException, InterruptedException {
    Path tree = workTree();
    Path file = tree.resolve(".env");
    Files.writeString(file, "A=1\n");
    git(tree, "add", ".env");
    Files.writeString(file.resolveSibling(".gitignore"), "/.env\n");
    assertThat(refusal("dev", "--file", file.toString()).message()).contains("git tracks it");
    assertThat(file).hasContent("A=1");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_into_a_work_tree_is_refused_like_the_file() throws IOException, InterruptedException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, workTree().resolve(".env"));
    assertThat(refusal("dev", "--file", link.toString()).message())
        .contains("git does not ignore it");
  }

  @Test
  void allow_tracked_writes_a_file_that_git_does_not_ignore()
      throws IOException, InterruptedException {
    Path file = workTree().resolve(".env");
    env("dev", "--file", file.toString(), "--allow-tracked");
    assertThat(file).hasContent(SESSION);
  }

  @Test
  void a_line_break_in_a_value_is_refused() throws IOException {
    Files.writeString(folder.resolve("credentials"), sections("dev", "token\n  export PWNED=1"));
    assertThat(refusal("dev").message()).contains("AWS_SESSION_TOKEN", "line break");
  }
}
