//! Codes of the `data` stage about budgets that are divided by several classifications.

use super::codes;

codes! {
    NAME_IS_TAKEN = "E682" Error Content {
        message: "no dimension can be called `{name}`, which is a column that every budget may have", "គ្មានចំណាត់ថ្នាក់ណាអាចមានឈ្មោះ `{name}` ទេ ព្រោះវាជាឈ្មោះជួរឈរដែលគ្រប់ថវិកាអាចមាន";
        help: "call it something else, such as `functional`, and say under `[columns]` what its column is called in the file", "សូមដាក់ឈ្មោះផ្សេង ដូចជា `functional` ហើយប្រាប់ក្រោម `[columns]` ថាជួរឈរនោះមានឈ្មោះអ្វីក្នុងឯកសារ";
        explain: "One column cannot say two things of a figure.", "ជួរឈរមួយមិនអាចប្រាប់រឿងពីរអំពីតួលេខមួយបានទេ។";
        example: "[dimensions]\ncode = \"functions\"", "[dimensions]\nfunctional = \"functions\"";
    }
    MANY_DIMENSIONS = "E683" Error Content {
        message: "the budget is divided by {count} dimensions, and {most} is the most", "ថវិកានេះចែកតាមចំណាត់ថ្នាក់ {count} តែច្រើនបំផុតគឺ {most}";
        help: "keep those that readers are shown, and leave the columns of the others out with `skip_columns`", "សូមទុកតែចំណាត់ថ្នាក់ដែលបង្ហាញដល់អ្នកអាន ហើយរំលងជួរឈរនៃចំណាត់ថ្នាក់ផ្សេងទៀតដោយ `skip_columns`";
        explain: "With so many, hardly two figures could be added up, and no reader could follow.", "បើមានច្រើនដូច្នេះ ស្ទើរតែគ្មានតួលេខពីរណាអាចបូកបញ្ចូលគ្នាបាន ហើយគ្មានអ្នកអានណាតាមទាន់ឡើយ។";
    }
    DEEP_CODE = "E683" Error Content {
        message: "`{code}` lies in more than {most} others of {dataset}, and a figure is added up into each", "`{code}` ស្ថិតក្នុងលេខកូដផ្សេងច្រើនជាង {most} នៃ {dataset} ហើយតួលេខត្រូវបូកចូលក្នុងលេខកូដនីមួយៗ";
        help: "look for a mistake in `parent` and `sum_of`; the classifications of governments have three to six levels", "សូមរកមើលកំហុសក្នុង `parent` និង `sum_of`។ ចំណាត់ថ្នាក់របស់រដ្ឋមានពីបីទៅប្រាំមួយថ្នាក់";
        explain: "So many levels are no classification that a reader could follow.", "ថ្នាក់ច្រើនដូច្នេះ មិនមែនជាចំណាត់ថ្នាក់ដែលអ្នកអានអាចតាមទាន់ទេ។";
    }
    SUM_OF_OTHERS = "E684" Error Content {
        message: "this figure ({read}) holds that of {cell} ({other}), which is of the same place, time and code: both would be added up", "តួលេខនេះ ({read}) រួមបញ្ចូលតួលេខនៅ {cell} ({other}) ដែលមានទីកន្លែង ពេលវេលា និងលេខកូដដូចគ្នា៖ ទាំងពីរនឹងត្រូវបូកបញ្ចូលគ្នា";
        help: "if it is the sum of the others, leave its row out (`skip_rows`); if it is what is not assigned, give it a code that says so", "បើវាជាផលបូកនៃតួលេខផ្សេង សូមរំលងជួរដេករបស់វា (`skip_rows`)។ បើវាជាអ្វីដែលមិនទាន់ចាត់ថ្នាក់ សូមដាក់លេខកូដដែលប្រាប់ដូច្នោះ";
        explain: "A sum beside its own parts would make the same money count twice.", "ផលបូកដែលនៅជាមួយផ្នែករបស់វា នឹងធ្វើឱ្យប្រាក់ដដែលត្រូវរាប់ពីរដង។";
    }
    NOT_DIVIDED = "W685" Warning Content {
        message: "what is shown by `{column}` lacks the figures that say nothing in it (figures: {count})", "អ្វីដែលបង្ហាញតាម `{column}` ខ្វះតួលេខដែលមិនបានប្រាប់អ្វីក្នុងជួរឈរនោះ (ចំនួនតួលេខ៖ {count})";
        help: "write the code of each in `{column}`; if nobody knows it, one that says so", "សូមសរសេរលេខកូដរបស់តួលេខនីមួយៗក្នុង `{column}`។ បើគ្មាននរណាដឹង សូមដាក់លេខកូដដែលប្រាប់ដូច្នោះ";
        explain: "What a table by function adds up to is not the whole budget while some of it has no function; the table says so.", "ផលបូកនៃតារាងតាមមុខងារ មិនមែនជាថវិកាទាំងមូលទេ ដរាបណាមានតួលេខខ្លះគ្មានមុខងារ។ តារាងនឹងប្រាប់ដូច្នោះ។";
    }
}
