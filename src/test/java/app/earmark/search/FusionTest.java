package app.earmark.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.earmark.learning.adapter.CosineSpread;
import app.earmark.library.ClipId;
import app.earmark.library.KeywordIndex.KeywordHit;
import app.earmark.search.Fusion.SoundHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class FusionTest {

    private static final ClipId NAMED = new ClipId(1000);

    @Property
    void aNameThatIsTheQueryComesFirstHoweverItSounds(
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -1, max = 1) Double> cosines,
            @ForAll @DoubleRange(min = -1, max = 1) double ownCosine) {
        List<SearchHit> hits = Fusion.fuse(
                sounds(cosines),
                List.of(new KeywordHit(NAMED, 1.0, List.of("name"))),
                spread(cosines),
                clip -> Optional.of(new SoundHit(
                        clip,
                        Math.min(
                                ownCosine, cosines.stream().max(Double::compare).orElseThrow()),
                        Optional.empty())),
                5);
        assertThat(hits.get(0).clip()).isEqualTo(NAMED);
        assertThat(hits).hasSizeLessThanOrEqualTo(5);
    }

    @Example
    void aStrayWordMovesNoClipPastOneThatSoundsClearlyBetter() {
        List<Double> cosines = List.of(0.6, 0.5, 0.1, 0.1, 0.1, 0.1);
        List<KeywordHit> words = List.of(new KeywordHit(new ClipId(3), 0.2, List.of("take")));
        List<SearchHit> hits = Fusion.fuse(sounds(cosines), words, spread(cosines), clip -> Optional.empty(), 10);
        assertThat(hits).extracting(SearchHit::clip).startsWith(new ClipId(0), new ClipId(1), new ClipId(3));
        assertThat(hits.get(2).matchedWords()).containsExactly("take");
        assertThat(hits.get(2).similarity()).hasValue(0.1);
    }

    @Example
    void amongClipsOfOneNameTheBetterSoundWins() {
        List<Double> cosines = List.of(0.6, 0.5, 0.4, 0.1);
        List<KeywordHit> words = List.of(
                new KeywordHit(new ClipId(2), 0.9, List.of("rain")),
                new KeywordHit(new ClipId(1), 0.9, List.of("rain")));
        assertThat(Fusion.fuse(sounds(cosines), words, spread(cosines), clip -> Optional.empty(), 3))
                .extracting(SearchHit::clip)
                .containsExactly(new ClipId(1), new ClipId(2), new ClipId(0));
    }

    @Example
    void cosinesThatAreAllTheSameSayNothing() {
        List<Double> cosines = List.of(0.3, 0.3);
        List<SearchHit> hits = Fusion.fuse(
                sounds(cosines),
                List.of(new KeywordHit(NAMED, 0.1, List.of("x"))),
                spread(cosines),
                clip -> Optional.empty(),
                3);
        assertThat(hits.get(0).clip()).isEqualTo(NAMED);
        assertThat(hits).allSatisfy(hit -> assertThat(hit.score()).isFinite());
    }

    private static List<SoundHit> sounds(List<Double> cosines) {
        List<SoundHit> hits = new ArrayList<>();
        for (int i = 0; i < cosines.size(); i++) {
            hits.add(new SoundHit(new ClipId(i), cosines.get(i), Optional.empty()));
        }
        hits.sort(Comparator.comparingDouble(SoundHit::cosine).reversed());
        return hits;
    }

    private static CosineSpread spread(List<Double> cosines) {
        float[] values = new float[cosines.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = cosines.get(i).floatValue();
        }
        return CosineSpread.of(values);
    }
}
