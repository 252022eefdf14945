package spotcheck

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"gongkao/data"
)

// county is a population of strata of any sizes, sorted by application.
func county(t *rapid.T) (population []data.SpotPerson, sizes []int) {
	sizes = rapid.SliceOfN(rapid.IntRange(1, 40), 1, 12).Draw(t, "strata")
	for i, n := range sizes {
		for j := range n {
			population = append(population, data.SpotPerson{Application: data.ApplicationID(fmt.Sprintf("%02d-%02d", j, i)), Stratum: fmt.Sprintf("单位 %02d", i)})
		}
	}
	slices.SortFunc(population, func(a, b data.SpotPerson) int {
		return slices.Compare([]byte(a.Application), []byte(b.Application))
	})
	return population, sizes
}

// quotas divides places in proportion, with at least one for each stratum where
// there are as many: the shares are max(1, λ × size), and λ is searched for, which
// is another way than allot's.
func quotas(sizes []int, places int) []float64 {
	least := 0.0
	if places >= len(sizes) {
		least = 1
	}
	shares := func(factor float64) (all []float64, sum float64) {
		for _, n := range sizes {
			all = append(all, max(least, factor*float64(n)))
			sum += all[len(all)-1]
		}
		return all, sum
	}
	low, high := 0.0, 1.0
	for range 100 {
		if _, sum := shares((low + high) / 2); sum < float64(places) {
			low = (low + high) / 2
		} else {
			high = (low + high) / 2
		}
	}
	all, _ := shares(high)
	return all
}

func TestASampleIsPartOfItsPopulationAndInProportion(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		population, sizes := county(t)
		size := rapid.IntRange(1, len(population)).Draw(t, "size")
		seed := rapid.Uint64().Draw(t, "seed")
		drawn := sample(population, size, seed)
		if len(drawn) != size {
			t.Fatalf("%d drawn instead of %d", len(drawn), size)
		}
		got, at := make([]int, len(sizes)), 0
		for i, p := range population {
			if at < size && drawn[at].Application == p.Application {
				var stratum int
				if _, err := fmt.Sscanf(population[i].Stratum, "单位 %d", &stratum); err != nil {
					t.Fatal(err)
				}
				got[stratum]++
				at++
			}
		}
		if at != size {
			t.Fatalf("%v is not a sorted part of the population", drawn)
		}
		for i, quota := range quotas(sizes, size) {
			switch {
			case math.Abs(float64(got[i])-quota) >= 1+1e-9:
				t.Fatalf("stratum %d of %d got %d places, its quota is %.3f", i, sizes[i], got[i], quota)
			case size >= len(sizes) && got[i] == 0:
				t.Fatalf("stratum %d got none of %d places", i, size)
			}
		}
	})
}

func TestTheSameSeedDrawsTheSameSampleHoweverThePopulationIsSorted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		population, _ := county(t)
		size := rapid.IntRange(1, len(population)).Draw(t, "size")
		check := data.SpotCheck{Seed: rapid.Uint64().Draw(t, "seed"), Size: size}
		check.Sample = sample(population, size, check.Seed)
		check.Population = rapid.Permutation(population).Draw(t, "sorted otherwise")
		if !Repeats(check) {
			t.Fatal("the sample cannot be drawn again")
		}
		check.Sample = slices.Clone(check.Sample)
		check.Sample[0].Application = "somebody else"
		if Repeats(check) {
			t.Fatal("an exchanged person was not noticed")
		}
	})
}

func TestAPrintedSeedDrawsThisSampleForEver(t *testing.T) {
	var population []data.SpotPerson
	for i := range 30 {
		population = append(population, data.SpotPerson{Application: data.ApplicationID(fmt.Sprintf("%02d", i)), Stratum: []string{"甲", "乙", "丙"}[i%7%3]})
	}
	var got []data.ApplicationID
	for _, f := range sample(population, 6, 20260310) {
		got = append(got, f.Application)
	}
	if want := "[06 14 15 19 22 24]"; fmt.Sprint(got) != want {
		t.Errorf("seed 20260310 drew %v, and %s when it was first printed", got, want)
	}
}

func TestNobodyIsDrawnMoreOftenThanOthers(t *testing.T) {
	population, often := []data.SpotPerson{}, map[data.ApplicationID]int{}
	for i := range 12 {
		population = append(population, data.SpotPerson{Application: data.ApplicationID(fmt.Sprintf("%02d", i)), Stratum: fmt.Sprint(i / 3)})
	}
	for seed := range uint64(6000) {
		for _, f := range sample(population, 2, seed+1) {
			often[f.Application]++
		}
	}
	for id, n := range often { // 1000 expected; 5 standard deviations are 144
		if n < 850 || n > 1150 {
			t.Errorf("%s was drawn %d times, 1000 are fair", id, n)
		}
	}
}
