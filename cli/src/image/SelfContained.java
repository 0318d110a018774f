import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Completes an image that has its own Java: writes the launchers' configuration, gives every file one time, so that an
 * archive depends on the contents only, and trains the caches. Run by the Java inside the image, as {@code
 * IMAGE/runtime/bin/java -cp CLASSES SelfContained}, with the arguments
 *
 * <ul>
 *   <li>{@code train IMAGE TIME};
 *   <li>{@code train-sandbox IMAGE TIME CLIENT} for the sandbox alone: commands of the complete image CLIENT ask it;
 *   <li>{@code configure IMAGE TIME} for an image without caches.
 * </ul>
 *
 * <p>All files have their final time before the training: a JVM compares the times of jars with those in the cache.
 */
final class SelfContained {

  private static final String RUNTIME = "runtime";

  private final Path image;
  private final FileTime time;

  private SelfContained(Path image, FileTime time) {
    this.image = image;
    this.time = time;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    SelfContained image = new SelfContained(folder, FileTime.from(Instant.parse(arguments[2])));
    Training training = image.configure();
    switch (arguments[0]) {
      case "configure" -> {}
      case "train" -> {
        training.record();
        expect(training.isDone());
      }
      case "train-sandbox" -> {
        Path client = Path.of(arguments[3]).toAbsolutePath();
        training.recordSandbox(new Training(client, client.resolve(RUNTIME + "/bin/java"), "none"));
        expect(training.isRecorded(Training.SANDBOX));
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    image.setTimes();
  }

  /** A checkout's image may do without caches, one that is given to people may not. */
  private static void expect(boolean trained) throws IOException {
    if (!trained) {
      throw new IOException("the training did not make all caches");
    }
  }

  private Training configure() throws IOException, GeneralSecurityException {
    String build = hash();
    new LaunchConfiguration(image, new LaunchConfiguration.Java.InsideTheImage(RUNTIME), build).write(time);
    setTimes();
    return new Training(image, Company.JAVA, build);
  }

  /** Of every file, the runtime's among them, and of nothing else: two builds of one commit have the same. */
  private String hash() throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : all()) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        digest.update((image.relativize(file) + " " + Files.size(file) + "\n").getBytes());
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private void setTimes() throws IOException {
    for (Path path : all()) {
      Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setTimes(time, null, null);
    }
  }

  /** Sorted by name, so that all machines have the same order. */
  private List<Path> all() throws IOException {
    try (Stream<Path> all = Files.walk(image)) {
      return all.sorted().toList();
    }
  }
}
