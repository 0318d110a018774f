package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyturn.cli.adapter.loopback.LimitedServers;
import dev.keyturn.cli.command.port.EnvironmentChange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What docker makes of the files that are written for it, and of a {@code .env} file. */
class DockerEnvFileTest {

  private static final List<String> VALUES = Hostile.values(200);

  @TempDir private Path folder;

  /** A session as AWS hands it out: nothing in it needs quotes. */
  private static Map<String, String> session() {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
    set.put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    set.put("AWS_SESSION_TOKEN", "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ+abc==");
    set.put("AWS_CREDENTIAL_EXPIRATION", "2026-11-21T21:04:00Z");
    set.put("AWS_REGION", "eu-west-1");
    return set;
  }

  private static String merged(String before) {
    byte[] after =
        DotenvFile.merged(
            before.getBytes(StandardCharsets.UTF_8),
            new EnvironmentChange(new LinkedHashMap<>(session()), List.of("AWS_PROFILE")));
    return new String(after, StandardCharsets.UTF_8);
  }

  @Test
  void a_file_for_docker_gives_every_value() {
    String text = new DockerFormat().render(Hostile.change(VALUES));
    assertThat(DockerEnvFileReader.read(text)).isEqualTo(Hostile.change(VALUES).set());
  }

  @Test
  void a_dotenv_file_gives_a_session_whatever_its_line_ends() {
    assertThat(DockerEnvFileReader.read(merged("# mine\nA=1\n"))).containsAllEntriesOf(session());
    assertThat(DockerEnvFileReader.read(merged("A=1\r\nAWS_REGION=old\r\nAWS_PROFILE=x\r\n")))
        .containsAllEntriesOf(session())
        .containsEntry("A", "1")
        .doesNotContainKey("AWS_PROFILE");
  }

  @Test
  void docker_itself_reads_the_same() throws IOException {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/local/bin/docker"))
            || Files.isExecutable(Path.of("/usr/bin/docker")),
        "docker is not installed");
    String file = new DockerFormat().render(Hostile.change(VALUES));
    assertThat(readByDocker(file)).containsAllEntriesOf(Hostile.change(VALUES).set());
    assertThat(readByDocker(merged("# mine\r\nA=1\r\n"))).containsAllEntriesOf(session());
  }

  /** Docker's client reads the file and says the daemon, in whose place this listens. */
  private Map<String, String> readByDocker(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("file.env"), text);
    Map<String, String> told = new LinkedHashMap<>();
    LimitedServers.limit();
    HttpServer daemon =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    daemon.createContext("/", exchange -> answer(exchange, told));
    daemon.start();
    try {
      Map<String, String> environment =
          Map.of(
              "HOME",
              folder.toString(),
              "DOCKER_HOST",
              "tcp://127.0.0.1:" + daemon.getAddress().getPort());
      String said =
          Installed.program("docker")
              .run(environment, "create", "--pull=never", "--env-file", file.toString(), "image");
      assertThat(told).as(said).isNotEmpty();
      return told;
    } finally {
      daemon.stop(0);
    }
  }

  private static void answer(HttpExchange exchange, Map<String, String> told) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean create = exchange.getRequestURI().getPath().endsWith("/containers/create");
      if (create) {
        variables(body, told);
      }
      exchange.getResponseHeaders().set("Api-Version", "1.40");
      byte[] answer =
          (create ? "{\"message\":\"that is all\"}" : "OK").getBytes(StandardCharsets.UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(create ? 500 : 200, head ? -1 : answer.length);
      if (!head) {
        exchange.getResponseBody().write(answer);
      }
    }
  }

  private static void variables(byte[] json, Map<String, String> told) {
    boolean inside = false;
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          inside = "Env".equals(parser.currentName());
        } else if (token == JsonToken.END_ARRAY) {
          inside = false;
        } else if (inside && token == JsonToken.VALUE_STRING) {
          String[] variable = parser.getString().split("=", 2);
          told.put(variable[0], variable[1]);
        }
      }
    }
  }
}
