// SPDX-License-Identifier: AGPL-3.0-or-later
//! The rules over many households and dwellings, one thread, everything parsed before the clock starts.
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use soglia_domain::{
    area::FloorArea,
    eligibility::{Composition, PersonFacts, Situation, ask_next, eligibility, outcomes},
    finding::Outcome,
    rent::{RentTier, rent_ceiling},
    rulebook::Rules,
};
use soglia_samples as samples;
use std::{hint::black_box, time::Duration};

const N: usize = 1_000_000;
/// What takes long for one household is measured over fewer, and told for each.
const FEWER: usize = 100_000;

fn households(c: &mut Criterion) {
    let rules = samples::rules();
    let situations: Vec<Situation> = (0..N as u64)
        .map(|number| samples::situation(number, &rules))
        .collect();
    let mut group = c.benchmark_group("households");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        .throughput(Throughput::Elements(N as u64));
    group.bench_function(BenchmarkId::new("outcomes", N), |bencher| {
        bencher.iter(|| n_met(&situations, &rules));
    });
    group.bench_function(BenchmarkId::new("findings", N), |bencher| {
        bencher.iter(|| {
            for situation in &situations {
                black_box(eligibility(black_box(situation), &rules));
            }
        });
    });
    group.throughput(Throughput::Elements(FEWER as u64));
    let told: Vec<_> = situations[..FEWER]
        .iter()
        .map(|situation| eligibility(situation, &rules))
        .collect();
    group.bench_function(BenchmarkId::new("ask_next", FEWER), |bencher| {
        bencher.iter(|| {
            for (situation, told) in situations.iter().zip(&told) {
                black_box(ask_next(black_box(situation), told, &rules));
            }
        });
    });
    group.finish();
}

fn n_met(situations: &[Situation], rules: &Rules) -> usize {
    let met = |situation: &Situation| {
        let outcomes = outcomes(situation, rules);
        outcomes
            .iter()
            .filter(|outcome| **outcome == Outcome::Met)
            .count()
    };
    situations.iter().map(met).sum()
}

fn members(c: &mut Criterion) {
    let rules = samples::rules();
    let of = |number: u64| {
        let household = samples::household(number);
        let people: Vec<PersonFacts> = samples::people(&household).collect();
        (Situation::of(&household, &rules), people)
    };
    let households: Vec<(Situation, Vec<PersonFacts>)> = (0..N as u64).map(of).collect();
    let mut group = c.benchmark_group("members");
    group
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        .throughput(Throughput::Elements(N as u64));
    group.bench_function(BenchmarkId::new("outcomes", N), |bencher| {
        bencher.iter(|| {
            for (situation, people) in &households {
                let composition = Composition::of(people.iter().copied(), rules.day());
                let situation = Situation {
                    composition,
                    ..*situation
                };
                black_box(outcomes(&situation, &rules));
            }
        });
    });
    group.finish();
}

fn dwellings(c: &mut Criterion) {
    let rules = samples::rules();
    let dwellings: Vec<(FloorArea, RentTier)> = (0..N as u64)
        .map(|number| (samples::area(number), samples::tier(number)))
        .collect();
    let mut group = c.benchmark_group("dwellings");
    group.sample_size(20).throughput(Throughput::Elements(N as u64));
    group.bench_function(BenchmarkId::new("rent_ceilings", N), |bencher| {
        bencher.iter(|| {
            for (area, tier) in &dwellings {
                black_box(rent_ceiling(*area, *tier, &rules));
            }
        });
    });
    group.finish();
}

criterion_group!(rules, households, members, dwellings);
criterion_main!(rules);
