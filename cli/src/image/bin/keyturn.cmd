@echo off
rem Keyturn from its image folder. The comments of launch.sh on variables and flags apply here too.
setlocal
for %%d in ("%~dp0..") do set "keyturn_home=%%~fd"
call "%keyturn_home%\launch.cmd"

if exist "%keyturn_java_home%\bin\java.exe" goto java_found
set "keyturn_build="
set "keyturn_java_home=%KEYTURN_JAVA_HOME%"
if not defined keyturn_java_home set "keyturn_java_home=%JAVA_HOME%"
if not exist "%keyturn_java_home%\bin\java.exe" goto no_java
rem As find-jdk.sh: a JDK's file "release" has the line JAVA_VERSION="25.0.1". The dot matches the quote.
findstr /r /c:"^JAVA_VERSION=.25[^0-9]" "%keyturn_java_home%\release" >nul 2>nul && goto java_found
:no_java
echo keyturn: no JDK 25 found (looked at KEYTURN_JAVA_HOME and JAVA_HOME) 1>&2
echo hint: winget install EclipseAdoptium.Temurin.25.JDK 1>&2
exit /b 3

:java_found
set "KEYTURN_ORIGINAL_JAVA_TOOL_OPTIONS=%JAVA_TOOL_OPTIONS%"
set "KEYTURN_ORIGINAL_JDK_JAVA_OPTIONS=%JDK_JAVA_OPTIONS%"
set "KEYTURN_ORIGINAL__JAVA_OPTIONS=%_JAVA_OPTIONS%"
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
set "keyturn_encodings=-Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

rem These lines are made of the table of commands, as those of launch.sh are.
rem <starts>
set "keyturn_start=full"
if /i "%~1"=="status" if "%~3"=="" set "keyturn_start=plain"
if /i "%~1 %~2"=="status --check" set "keyturn_start=hot"
if /i "%~1 %~3"=="status --check" set "keyturn_start=hot"
if /i "%~1 %~2"=="status --short" set "keyturn_start=hot"
if /i "%~1 %~3"=="status --short" set "keyturn_start=hot"
if /i "%~1 %~2"=="status --watch" set "keyturn_start=serve"
if /i "%~1 %~3"=="status --watch" set "keyturn_start=serve"
if /i "%~1"=="explain" if "%~3"=="" set "keyturn_start=plain"
if /i "%~1"=="exec" set "keyturn_start=hot"
if /i "%~1 %~2"=="exec --server" set "keyturn_start=serve"
if /i "%~1 %~3"=="exec --server" set "keyturn_start=serve"
if /i "%~1 %~2"=="exec --each" set "keyturn_start=serve"
if /i "%~1 %~3"=="exec --each" set "keyturn_start=serve"
if /i "%~1"=="env" set "keyturn_start=hot"
if /i "%~1"=="credential-process" set "keyturn_start=hot"
if /i "%~1"=="serve" set "keyturn_start=serve"
if /i "%~1 %~2"=="config get" if "%~4"=="" set "keyturn_start=plain"
if /i "%~1 %~2"=="config set" if "%~5"=="" set "keyturn_start=plain"
if /i "%~1 %~2"=="config unset" if "%~4"=="" set "keyturn_start=plain"
if "%~2"=="--help" set "keyturn_start=full"
if "%~3"=="--help" set "keyturn_start=full"
if /i "%~1"=="--version" if "%~2"=="" set "keyturn_start=plain"
if /i "%~1"=="-V" if "%~2"=="" set "keyturn_start=plain"
if /i "%~1"=="--help" if "%~2"=="" set "keyturn_start=plain"
if /i "%~1"=="-h" if "%~2"=="" set "keyturn_start=plain"
if /i "%keyturn_start%"=="hot" set "keyturn_cache=hot"
if /i "%keyturn_start%"=="plain" set "keyturn_cache=hot"
if /i "%keyturn_start%"=="serve" set "keyturn_cache=full"
if /i "%keyturn_start%"=="full" set "keyturn_cache=full"
rem </starts>
set "keyturn_flags="
if "%keyturn_start%"=="hot" set "keyturn_flags=-XX:CompileThresholdScaling=10"
if "%keyturn_start%"=="plain" set "keyturn_flags=-XX:CompileThresholdScaling=5"
if "%keyturn_start%"=="full" set "keyturn_flags=-XX:CompileThresholdScaling=5"
if "%keyturn_start%"=="serve" set "keyturn_flags=-Xms4m -Xmn2m -Xmx128m -XX:-ShrinkHeapInSteps -XX:C1MaxInlineSize=10"
if /i "%~1"=="sandbox" set "keyturn_cache=sandbox"
set "keyturn_cache=%keyturn_home%\%keyturn_cache%-%keyturn_build%.aot"
set "keyturn_cache_option=-Xshare:auto"
if exist "%keyturn_cache%" set "keyturn_cache_option=-XX:AOTCache=%keyturn_cache%"
if /i "%~1"=="sandbox" goto sandbox

"%keyturn_java_home%\bin\java.exe" "%keyturn_cache_option%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %keyturn_flags% -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED -XX:+DisplayVMOutputToStderr -XX:ErrorFile=NUL -XX:-CreateCoredumpOnCrash -XX:+SuppressFatalErrorMessage -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 -XX:-AOTReplayTraining -Dpicocli.disable.closures=true "-Dpicocli.converters.excludes=java[.].*" -Djdk.tls.namedGroups=x25519 %keyturn_encodings% "-Dkeyturn.home=%keyturn_home%" %KEYTURN_JAVA_OPTIONS% -cp "%keyturn_home%\lib\keyturn.jar" dev.keyturn.cli.app.Main %*
exit /b %errorlevel%

:sandbox
for /f "tokens=1,*" %%a in ("%*") do set "keyturn_arguments=%%b"
"%keyturn_java_home%\bin\java.exe" "%keyturn_cache_option%" -XX:+UseSerialGC -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:ErrorFile=NUL -XX:-CreateCoredumpOnCrash -XX:+SuppressFatalErrorMessage %keyturn_encodings% %KEYTURN_JAVA_OPTIONS% -jar "%keyturn_home%\sandbox\keyturn-sandbox.jar" %keyturn_arguments%
exit /b %errorlevel%
