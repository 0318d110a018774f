package dev.keyturn.cli.adapter.awscli;

import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.Nature;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.profile.plan.SignIn;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The folder {@code ~/.aws/cli/cache}, wherever the two AWS files are. A file contains the answer
 * of AssumeRole:
 *
 * <pre>
 * {"Credentials": {"AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "AccountId"},
 *  "AssumedRoleUser": {"AssumedRoleId", "Arn"}}
 * </pre>
 *
 * The time ends in {@code Z}, {@code +00:00} or {@code UTC}, as the version writes it. A file is
 * replaced as a whole; only their owner can access the files and folders that are created.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">{@code
 *     JSONFileCache}</a>
 */
public final class JsonFileCache implements AwsCliCache {

  private static final String SUFFIX = ".json";

  /** With less time left, AWS's own tools renew a sign-in. */
  private static final Duration LEAST = Duration.ofMinutes(5);

  private final Path folder;
  private final SignInFiles signIns;
  private final FileReads reads;

  /**
   * The cache below the home folder {@code home}.
   *
   * @param environment the environment variables, of which only {@code AWS_LOGIN_CACHE_DIRECTORY}
   *     is used
   * @param reads is notified of the files that are looked up
   */
  public JsonFileCache(Map<String, String> environment, Path home, FileReads reads) {
    this.folder = home.resolve(".aws").resolve("cli").resolve("cache");
    this.signIns = SignInFiles.of(environment, home, folder);
    this.reads = reads;
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  @Override
  public Optional<AssumedRole> find(String name) {
    Path file = file(name);
    reads.reading(file);
    return texts(file).flatMap(JsonFileCache::session);
  }

  @Override
  public Optional<SessionCredentials> signedIn(SignIn base, Instant now) {
    Path file = signIns.file(base);
    reads.reading(file);
    return texts(file)
        .flatMap(texts ->
            CachedCredentials.ofLogin(texts).or(() -> CachedCredentials.ofAssumeRole(texts)))
        .filter(found -> found.expiration().isAfter(now.plus(LEAST)));
  }

  /** Empty for a file that is missing, cannot be read or has another format. */
  private static Optional<Map<String, String>> texts(Path file) {
    // As for most roles in `status`: an exception would load the classes of all failures.
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(texts(LockedFile.text(file)));
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (FailureException e) {
      if (Nature.stopsEverything(e.failure())) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The members of all objects; their names are distinct. */
  private static Map<String, String> texts(String json) {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && parser.currentName() != null) {
          texts.putIfAbsent(parser.currentName(), parser.getString());
        }
      }
    }
    return texts;
  }

  private static Optional<AssumedRole> session(Map<String, String> texts) {
    String arn = texts.getOrDefault("Arn", "");
    Identity identity =
        new Identity(Arn.account(arn), arn, texts.getOrDefault("AssumedRoleId", ""));
    return CachedCredentials.ofAssumeRole(texts)
        .map(credentials -> new AssumedRole(credentials, identity));
  }

  @Override
  public void save(String name, AssumedRole session) {
    Path file = file(name);
    PrivateFiles.createFoldersOf(file);
    PrivateFiles.write(file, json(session).getBytes(StandardCharsets.UTF_8), Durability.LIGHT);
  }

  private static String json(AssumedRole session) {
    SessionCredentials keys = session.credentials();
    Identity identity = session.identity();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("Credentials");
      json.writeStringProperty("AccessKeyId", keys.accessKeyId());
      json.writeStringProperty("SecretAccessKey", keys.secretAccessKey().reveal(Reveal.STORE));
      json.writeStringProperty("SessionToken", keys.sessionToken().reveal(Reveal.STORE));
      json.writeStringProperty("Expiration", Rfc3339.text(keys.expiration()));
      json.writeStringProperty("AccountId", identity.account());
      json.writeEndObject();
      json.writeObjectPropertyStart("AssumedRoleUser");
      json.writeStringProperty("AssumedRoleId", identity.userId());
      json.writeStringProperty("Arn", identity.arn());
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public void remove(String name) {
    PrivateFiles.delete(file(name));
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path file : PrivateFiles.list(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(SUFFIX)) {
        names.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    }
    return names;
  }
}
