class Keyturn < Formula
  desc "MFA sessions for the AWS CLI, AWS SDKs and everything else"
  homepage "@HOMEPAGE@"
  version "@VERSION@"
  license all_of: ["Apache-2.0", { "GPL-2.0-only" => { with: "Classpath-exception-2.0" } }]

  on_macos do
    on_arm do
      url "@ADDRESS@/keyturn-@VERSION@-macos-arm64.tar.gz"
      sha256 "@macos-arm64@"
    end
    on_intel do
      url "@ADDRESS@/keyturn-@VERSION@-macos-x64.tar.gz"
      sha256 "@macos-x64@"
    end
  end

  on_linux do
    on_arm do
      url "@ADDRESS@/keyturn-@VERSION@-linux-arm64.tar.gz"
      sha256 "@linux-arm64@"
    end
    on_intel do
      url "@ADDRESS@/keyturn-@VERSION@-linux-x64.tar.gz"
      sha256 "@linux-x64@"
    end
  end

  def install
    libexec.install Dir["*"]
    # By the path that stays the same when Homebrew upgrades: the AWS files may name the program.
    (bin/"keyturn").write <<~SH
      #!/bin/sh
      keyturn_home=#{opt_libexec}
      . "$keyturn_home/launch.conf"
      . "$keyturn_home/hot.sh"
      . "$keyturn_home/launch.sh"
    SH
    man1.install Dir[libexec/"share/man/man1/*"]
    bash_completion.install Dir[libexec/"share/bash-completion/completions/*"]
    zsh_completion.install Dir[libexec/"share/zsh/site-functions/*"]
    fish_completion.install Dir[libexec/"share/fish/vendor_completions.d/*"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/keyturn --version")
    system bin/"keyturn", "demo", "--yes"
  end
end
