import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The last build step: makes {@code target/keyturn}, the folder that the launchers run, with its
 * trained AOT caches. Run in the module's folder as {@code java src/image/Image.java JAR STARTED}
 * by the JDK that the image is for; it is in no jar. JAR is the module's own, STARTED is when the
 * build began: a source that changed later is newer than the image.
 *
 * <p>A JVM runs old code when a jar changed under its AOT cache. So the caches' names carry the
 * hash of everything that the image is made of, the JVM among it; an image is replaced by renaming,
 * and kept when it has the same hash. It is trained where it stays: for every class of a jar that
 * is no longer where it was trained, a start looks for that jar.
 */
final class Image {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path SOURCES = Path.of("src/image");
  private static final String JARS = "lib/";
  private static final String JAR = JARS + "keyturn.jar";
  private static final String SHARED_FILES = "dev.keyturn.cli.app.SharedFiles";

  private final Path folder = TARGET.resolve("keyturn");
  private final SortedMap<String, Path> parts;
  private final Path product;
  private final FileTime started;

  private Image(SortedMap<String, Path> parts, Path product, Instant started) {
    this.parts = parts;
    this.product = product;
    this.started = FileTime.from(started);
  }

  public static void main(String[] arguments) throws Exception {
    Path product = TARGET.resolve(arguments[0]);
    new Image(parts(product), product, Instant.parse(arguments[1])).make();
  }

  /**
   * From the path in the image to the file that comes there; the jars are merged into one. Sorted,
   * so that all machines have the same.
   */
  private static SortedMap<String, Path> parts(Path product) throws IOException {
    SortedMap<String, Path> parts = new TreeMap<>();
    parts.put(JARS + product.getFileName(), product);
    Path gathered = TARGET.resolve("image-parts");
    try (Stream<Path> files = Files.walk(gathered)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> parts.put(name(gathered.relativize(file)), file));
    }
    for (String launcher :
        List.of("bin/keyturn", "bin/keyturn.cmd", "hot.sh", "launch.sh", "find-jdk.sh")) {
      parts.put(launcher, SOURCES.resolve(launcher));
    }
    for (String notice : List.of("LICENSE", "NOTICE")) {
      parts.put(notice, Path.of("..", notice));
    }
    return parts;
  }

  private static String name(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  private void make() throws IOException, InterruptedException, GeneralSecurityException {
    String hash = hash();
    Path configuration = folder.resolve(LaunchConfiguration.FILE);
    if (Files.exists(configuration) && Files.readString(configuration).contains(hash)) {
      Files.setLastModifiedTime(configuration, started);
    } else {
      removeLeftovers();
      replaceBy(copy(hash));
      share();
    }
    Training training = new Training(folder, Company.JAVA, hash);
    if (!training.isDone()) {
      training.record();
      dateCaches();
    }
  }

  /**
   * What is newer than the configuration may have been damaged since: Java checks it at each start.
   */
  private void dateCaches() throws IOException {
    try (DirectoryStream<Path> caches = Files.newDirectoryStream(folder, "*.aot")) {
      for (Path cache : caches) {
        Files.setLastModifiedTime(cache, started);
      }
    }
  }

  /** Manual pages and completion scripts, which packages contain, in {@code target/share}. */
  private void share() throws IOException, InterruptedException {
    Path share = TARGET.resolve("share");
    if (Files.exists(share)) {
      delete(share);
    }
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(java.toString(), "-cp", folder.resolve(JAR).toString(), SHARED_FILES);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String[] files =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0", -1);
    if (process.waitFor() != 0) {
      throw new IOException("the manual pages cannot be made");
    }
    for (int i = 0; i + 1 < files.length; i += 2) {
      Path file = share.resolve(files[i]);
      Files.createDirectories(file.getParent());
      Files.writeString(file, files[i + 1]);
    }
  }

  private Path copy(String hash) throws IOException {
    Path fresh = sibling("new");
    copyTo(fresh);
    MergedJar.write(
        fresh.resolve(JAR),
        List.copyOf(parts.tailMap(JARS).headMap(JARS + '\uffff').values()),
        product);
    new LaunchConfiguration(fresh, new LaunchConfiguration.Java.OfTheBuild(), hash).write(started);
    return fresh;
  }

  private String hash() throws IOException, GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Map.Entry<String, Path> part : parts.entrySet()) {
      update(digest, part.getKey(), part.getValue());
    }
    try (Stream<Path> makers = Files.list(SOURCES)) {
      for (Path maker : makers.filter(Files::isRegularFile).sorted().toList()) {
        update(digest, maker.toString(), maker);
      }
    }
    digest.update((System.getProperty("java.home") + " " + Runtime.version()).getBytes());
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static void update(MessageDigest digest, String name, Path file) throws IOException {
    digest.update((name + " " + Files.size(file) + "\n").getBytes());
    digest.update(Files.readAllBytes(file));
  }

  /**
   * Two renames; a launcher that comes between them finds no image, waits for this build and looks
   * again.
   */
  private void replaceBy(Path fresh) throws IOException {
    if (Files.exists(folder)) {
      Files.move(folder, sibling("old"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    removeLeftovers();
  }

  private Path sibling(String state) {
    return folder.resolveSibling(
        folder.getFileName() + "-" + state + "-" + ProcessHandle.current().pid());
  }

  /** Of this build, and of builds that were killed. */
  private void removeLeftovers() throws IOException {
    try (Stream<Path> siblings = Files.list(TARGET)) {
      for (Path leftover : siblings.filter(Image::isLeftover).toList()) {
        delete(leftover);
      }
    }
  }

  private static boolean isLeftover(Path sibling) {
    return sibling.getFileName().toString().matches("keyturn-(new|old)-[0-9]+");
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private void copyTo(Path target) throws IOException {
    for (Map.Entry<String, Path> part : parts.entrySet()) {
      if (part.getKey().startsWith(JARS)) {
        continue;
      }
      Path copy = target.resolve(part.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(part.getValue(), copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
  }
}
