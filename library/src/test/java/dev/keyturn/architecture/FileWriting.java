package dev.keyturn.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.regex.Pattern;

/**
 * An access that makes, writes or renames a file. Removing one is left out, and so are the devices
 * of terminals, which java.io opens.
 */
final class FileWriting extends DescribedPredicate<JavaAccess<?>> {

  private static final Pattern NAMES =
      Pattern.compile(
          String.join(
              "|",
              "java\\.nio\\.file\\.Files\\.(write|move|copy|set|newOutput|newBufferedWriter|newByteChannel)\\w*\\(.*\\)",
              "java\\.nio\\.file\\.Files\\.create(File|Director|TempFile|Link|SymbolicLink)\\w*\\(.*\\)",
              "java\\.nio\\.file\\.StandardCopyOption\\.ATOMIC_MOVE",
              "java\\.nio\\.channels\\.\\w*FileChannel\\.open\\(.*\\)",
              "java\\.io\\.(FileWriter|RandomAccessFile|PrintWriter)\\.<init>\\(.*(String|File).*\\)"));

  FileWriting() {
    super("the writing of files");
  }

  @Override
  public boolean test(JavaAccess<?> access) {
    return NAMES.matcher(access.getTarget().getFullName()).matches();
  }
}
