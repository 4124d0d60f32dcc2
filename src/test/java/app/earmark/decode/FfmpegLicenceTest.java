package app.earmark.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.junit.jupiter.api.Test;

/** Earmark ships FFmpeg, so it must not be a build that is under the GPL. */
class FfmpegLicenceTest {

    @Test
    void theShippedBuildIsUnderTheLgpl() {
        FfmpegLibrary.load();
        assertThat(List.of(
                        avutil.avutil_license().getString(),
                        avcodec.avcodec_license().getString(),
                        avformat.avformat_license().getString(),
                        swresample.swresample_license().getString()))
                .containsOnly("LGPL version 3 or later");
        assertThat(avcodec.avcodec_configuration().getString())
                .contains("--enable-version3")
                .doesNotContain("--enable-gpl", "--enable-nonfree");
    }
}
